import { type MediaFigures, STORED_KINDS } from '@ulan/contract'
import { Gauge, type Registry } from 'prom-client'

/** Gauges of the media side; what is returned puts figures into them. */
export function createMediaGauges(registry: Registry): (figures: MediaFigures) => void {
  const registers = [registry]
  const assets = new Gauge({ name: 'ulan_assets', help: 'Assets by status: encoded (ready), failed, …', labelNames: ['status'], registers })
  const units = new Gauge({ name: 'ulan_encode_units', help: 'Units of encoding work by state', labelNames: ['state'], registers })
  const uploads = new Gauge({ name: 'ulan_uploads_open', help: 'Uploads on the way or not claimed yet', registers })
  const free = new Gauge({ name: 'ulan_media_free_bytes', help: 'Free on the disk of the media store', registers })
  const bytes = new Gauge({
    name: 'ulan_media_bytes',
    help: 'Bytes of media by what they are, as last counted',
    labelNames: ['kind'],
    registers,
  })
  const countedAt = new Gauge({ name: 'ulan_media_counted_seconds', help: 'When that was, as Unix time; 0: not yet', registers })
  return (figures) => {
    // A status that nothing has any more would otherwise keep its last count.
    assets.reset()
    for (const [status, count] of Object.entries(figures.assets)) assets.set({ status }, count)
    units.set({ state: 'waiting' }, figures.unitsWaiting)
    units.set({ state: 'running' }, figures.unitsRunning)
    uploads.set(figures.uploadsOpen)
    free.set(figures.freeBytes)
    for (const kind of STORED_KINDS) if (figures.stored !== undefined) bytes.set({ kind }, figures.stored.bytes[kind] ?? 0)
    if (figures.stored !== undefined) countedAt.set(figures.stored.countedAt.getTime() / 1000)
  }
}
