import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { planTranscode, type TranscodePlan } from './transcode-plan.ts'
import { audioArguments, posterArguments, videoUnitArguments } from './unit-arguments.ts'
import { planUnits, type VideoUnit } from './unit-plan.ts'

const NTSC = { numerator: 30000, denominator: 1001 }

function plan(transfer: 'sdr' | 'pq' = 'sdr', isInterlaced = false): TranscodePlan {
  const outcome = planTranscode(
    {
      demuxer: 'matroska',
      durationSeconds: 40,
      video: {
        streamIndex: 2,
        codec: 'h264',
        widthPx: 854,
        heightPx: 480,
        averageRate: NTSC,
        nominalRate: NTSC,
        firstPts: 21,
        firstSeconds: 0.021,
        isInterlaced,
        transfer,
      },
      audio: { streamIndex: 0, codec: 'ac3', channels: 6 },
    },
    DEFAULT_POLICY,
  )
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}

const videoUnits = (from: TranscodePlan): readonly VideoUnit[] => from.units.filter((unit) => unit.kind === 'video')
const after = (args: readonly string[], name: string): string | undefined => args[args.indexOf(name) + 1]

test('a unit in the middle keeps frames by their number in the title and seeks before them', () => {
  const from = plan()
  const unit = videoUnits(from).find((candidate) => candidate.firstSegment === 1)
  if (unit === undefined) throw new Error('no such unit')
  const args = videoUnitArguments(from, unit, 1, 'file:/in', ['file:/a', 'file:/b', 'file:/c'])
  expect(after(args, '-ss')).toBe((0.021 + (120 * 1001) / 30000 - 1).toFixed(6))
  expect(after(args, '-filter_complex')).toContain(
    "[0:2]setpts=PTS-(21),fps=30000/1001:round=near,select='between(pts\\,120\\,719)',split=3",
  )
  expect(after(args, '-fragment_index')).toBe('3')
  expect(after(args, '-frames:v')).toBe('600')
  expect(after(args, '-video_track_timescale')).toBe('30000')
  expect(args.filter((argument) => argument.startsWith('file:/'))).toEqual(['file:/in', 'file:/a', 'file:/b', 'file:/c'])
})

test('whitelists and the explicit demuxer come before the input', () => {
  const from = plan()
  const [unit] = videoUnits(from)
  if (unit === undefined) throw new Error('no unit')
  const args = videoUnitArguments(from, unit, 1, 'file:/in', ['file:/a'])
  const input = args.indexOf('-i')
  for (const option of ['-protocol_whitelist', '-format_whitelist', '-max_alloc']) expect(args.indexOf(option)).toBeLessThan(input)
  expect(args.slice(input - 2, input + 2)).toEqual(['-f', 'matroska', '-i', 'file:/in'])
  expect(args).not.toContain('-ss')
})

test('the last unit has an open end that still ends', () => {
  const from = plan()
  const last = videoUnits(from).find((unit) => unit.isLast)
  if (last === undefined) throw new Error('no last unit')
  const args = videoUnitArguments(from, last, 1, 'file:/in', ['a', 'b', 'c'])
  expect(after(args, '-filter_complex')).toContain(`select='gte(pts\\,${last.firstSegment * 120})'`)
  expect(after(args, '-frames:v')).toBe(String((last.segmentCount + 5) * 120))
})

test('an endless margin means from the beginning', () => {
  const from = plan()
  const last = videoUnits(from).at(-1)
  if (last === undefined) throw new Error('no last unit')
  expect(videoUnitArguments(from, last, Number.POSITIVE_INFINITY, 'file:/in', ['a', 'b', 'c'])).not.toContain('-ss')
})

test('tapes are deinterlaced and PQ is brought down to bt709', () => {
  const from = plan('pq', true)
  const [unit] = videoUnits(from)
  if (unit === undefined) throw new Error('no unit')
  const graph = after(videoUnitArguments(from, unit, 1, 'file:/in', ['a']), '-filter_complex')
  expect(graph).toMatch(/^\[0:2\]setpts=PTS-\(21\),bwdif=mode=send_frame,fps=/)
  expect(graph).toContain('tonemap=hable')
})

test('sound starts with the first picture and is down-mixed before its loudness is set', () => {
  const args = audioArguments(plan(), 'file:/in', 'pipe:1')
  expect(after(args, '-map')).toBe('0:0')
  expect(after(args, '-af')).toMatch(/^asetpts=PTS-\(0\.021000\)\/TB,aformat=channel_layouts=stereo,loudnorm=/)
  expect(after(args, '-movflags')).not.toContain('frag_discont')
})

test('the poster is one picture from a quarter into the title', () => {
  const from = plan()
  const unit = from.units.find((candidate) => candidate.kind === 'poster')
  if (unit?.kind !== 'poster') throw new Error('no poster')
  const args = posterArguments(from, unit, 'file:/in', 'pipe:1')
  expect(after(args, '-ss')).toBe('10.021000')
  expect(args.slice(-5)).toEqual(['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'])
})

test('the poster of a tape in HDR, shorter than a second, is its first telling picture in the colours of the rungs', () => {
  const poster = { kind: 'poster', name: 'poster', atSeconds: 0.2, isFirst: true } as const
  const args = posterArguments(plan('pq', true), poster, 'file:/in', 'pipe:1')
  expect(args).not.toContain('-ss')
  expect(after(args, '-vf')).toMatch(/^bwdif=mode=send_frame,thumbnail=\d+,zscale=.*tonemap=hable.*,scale=w=iw\*sar:h=ih,setsar=1$/)
})

test('a silent title has no work for its sound, and asking for it is a fault of ours', () => {
  const { audio: _audio, ...silent } = plan()
  expect(() => audioArguments(silent, 'file:/in', 'pipe:1')).toThrow('without sound')
})

test('nothing to encode is no work at all', () => {
  const needs = { segmentCount: 3, audio: undefined, durationSeconds: 10, policy: DEFAULT_POLICY }
  expect(planUnits({ ...needs, rungNames: [] })).toEqual([])
  expect(planUnits({ ...needs, rungNames: ['360p'] }).map((unit) => unit.kind)).toEqual(['video', 'poster', 'video'])
})
