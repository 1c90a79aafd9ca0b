import { expect, test } from 'vitest'
import { audioArguments, firstAudioArguments, loudnessArguments, parseLoudness } from './audio-arguments.ts'
import { AV1_POLICY, DEFAULT_POLICY, HDR_POLICY, type LadderPolicy } from './ladder-policy.ts'
import { posterArguments, storyboardArguments } from './picture-arguments.ts'
import { sourceOf } from './source-fixtures.ts'
import { planTranscode, type TranscodePlan } from './transcode-plan.ts'
import type { VideoUnit } from './unit-plan.ts'
import { videoUnitArguments } from './video-arguments.ts'

const SMALL = { streamIndex: 2, widthPx: 854, heightPx: 480, rate: '30000/1001', firstPts: 21, firstSeconds: 0.021 }

function plan(video: Parameters<typeof sourceOf>[0] = {}, policy: LadderPolicy = DEFAULT_POLICY): TranscodePlan {
  const source = sourceOf({ ...SMALL, ...video }, 35, [{ streamIndex: 0, codec: 'ac3', channels: 6 }])
  const outcome = planTranscode({ ...source, demuxer: 'matroska' }, policy)
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
    "[0:2]setpts=PTS-(21),fps=30000/1001:round=near,select='between(pts\\,120\\,359)',split=3",
  )
  expect(after(args, '-fragment_index')).toBe('3')
  expect(after(args, '-frames:v')).toBe('240')
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
  const from = plan({ transfer: 'pq', isInterlaced: true })
  const [unit] = videoUnits(from)
  if (unit === undefined) throw new Error('no unit')
  const graph = after(videoUnitArguments(from, unit, 1, 'file:/in', ['a']), '-filter_complex')
  expect(graph).toMatch(/^\[0:2\]setpts=PTS-\(21\),bwdif=mode=send_frame,fps=/)
  expect(graph).toContain('tonemap=hable')
})

const audioOf = ({ audios }: TranscodePlan) => {
  const [audio] = audios
  if (audio === undefined) throw new Error('no sound')
  return audio
}

test('sound starts with the first picture, is down-mixed, brought to its loudness, and made in two bit rates', () => {
  const from = plan()
  const outputs = { main: 'pipe:1', low: 'file:/low' }
  const args = audioArguments(from, audioOf(from), { gainDb: 4.1, isLimited: false }, 'file:/in', outputs)
  expect(after(args, '-filter_complex')).toBe(
    '[0:0]asetpts=PTS-(0.021000)/TB,aformat=channel_layouts=stereo,volume=4.1dB,aresample=48000:async=1:first_pts=0,asplit=2[main][low]',
  )
  expect(after(args, '-movflags')).not.toContain('frag_discont')
  expect(args.filter((argument, index) => args[index - 1] === '-b:a' || argument === 'pipe:1' || argument === 'file:/low')).toEqual([
    '128000',
    'pipe:1',
    '48000',
    'file:/low',
  ])
})

test('peaks that the gain would clip are limited at four times the rate', () => {
  const from = plan()
  const outputs = { main: 'pipe:1', low: 'file:/low' }
  const graph = after(audioArguments(from, audioOf(from), { gainDb: 9, isLimited: true }, 'file:/in', outputs), '-filter_complex')
  expect(graph).toContain('volume=9dB,aresample=192000,alimiter=limit=0.8913:')
})

test('the seconds for a preview follow their loudness as they go', () => {
  const from = plan()
  const args = firstAudioArguments(from, audioOf(from), 8, 'file:/in', 'pipe:1')
  expect(after(args, '-af')).toContain('loudnorm=I=-23:TP=-1:LRA=11')
  expect(after(args, '-t')).toBe('8')
})

const SUMMARY = (integrated: string, peak: string) => `[Parsed_ebur128_2 @ 0x5] Summary:

  Integrated loudness:
    I:         ${integrated} LUFS
    Threshold: -37.1 LUFS

  True peak:
    Peak:       ${peak} dBFS
`
test.each([
  ['-27.1', '-6.3', { integratedLufs: -27.1, truePeakDbtp: -6.3 }],
  ['-70.0', '-inf', { integratedLufs: -70, truePeakDbtp: Number.NEGATIVE_INFINITY }],
])('a loudness of %s LUFS and %s dBFS is read from what the measuring says', (integrated, peak, expected) => {
  expect(parseLoudness(SUMMARY(integrated, peak))).toEqual(expected)
})

test('no summary is no loudness', () => {
  expect(parseLoudness('Conversion failed!')).toBeUndefined()
  const from = plan()
  expect(after(loudnessArguments(from, audioOf(from), 'file:/in'), '-af')).toMatch(/^asetpts=.*,ebur128=peak=true/)
})

test('boxes get HEVC with parameter sets in the init segment and no High tier', () => {
  const from = plan({ widthPx: 3840, heightPx: 2160 })
  const unit = videoUnits(from).find(({ rungNames }) => rungNames.includes('2160p'))
  if (unit === undefined) throw new Error('no such unit')
  const args = videoUnitArguments(from, unit, 1, 'file:/in', ['file:/a'])
  expect([after(args, '-c:v'), after(args, '-tag:v')]).toEqual(['libx265', 'hvc1'])
  expect(after(args, '-x265-params')).toContain('keyint=60:min-keyint=60:scenecut=0:open-gop=0:repeat-headers=0:high-tier=0:level-idc=5.0')
})

test('an HDR rung keeps its range where the others are tone-mapped', () => {
  const from = plan({ transfer: 'hlg', widthPx: 1920, heightPx: 1080 }, { ...DEFAULT_POLICY, hdr: HDR_POLICY })
  const unit = videoUnits(from).find(({ rungNames }) => rungNames.includes('1080p-hdr'))
  if (unit === undefined) throw new Error('no such unit')
  const args = videoUnitArguments(from, unit, 1, 'file:/in', ['file:/a'])
  expect(after(args, '-filter_complex')).not.toContain('tonemap')
  expect(after(args, '-filter_complex')).toContain('format=yuv420p10le')
  expect([after(args, '-profile:v'), after(args, '-color_trc'), after(args, '-colorspace')]).toEqual(['main10', 'arib-std-b67', 'bt2020nc'])
})

test('AV1 is made by the encoder that is fast enough, as large as a wish allows', () => {
  const from = plan({}, { ...DEFAULT_POLICY, av1: AV1_POLICY })
  const unit = videoUnits(from).find(({ rungNames }) => rungNames.includes('240p-av1'))
  if (unit === undefined) throw new Error('no such unit')
  const args = videoUnitArguments(from, unit, 1, 'file:/in', ['file:/a'])
  expect([after(args, '-c:v'), after(args, '-g')]).toEqual(['libsvtav1', '60'])
  expect(args).not.toContain('-level:v')
})

test('a storyboard decodes key pictures only, as many as it shows', () => {
  const from = plan()
  const args = storyboardArguments({ ...from.storyboard, everySeconds: 6 }, 2, 'file:/in', 'pipe:1')
  expect(args.slice(args.indexOf('-skip_frame'), args.indexOf('-skip_frame') + 2)).toEqual(['-skip_frame', 'nokey'])
  expect(after(args, '-vf')).toBe("select='not(mod(n\\,3))',scale=320:180:out_color_matrix=bt601,tile=5x5")
})

test('the poster is one picture from a quarter into the title', () => {
  const from = plan()
  const unit = from.units.find((candidate) => candidate.kind === 'poster')
  if (unit?.kind !== 'poster') throw new Error('no poster')
  const args = posterArguments(from, unit, 'file:/in', 'pipe:1')
  expect(after(args, '-ss')).toBe('8.771000')
  expect(args.slice(-5)).toEqual(['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'])
})

test('the poster of a tape in HDR, shorter than a second, is its first telling picture in the colours of the rungs', () => {
  const poster = { kind: 'poster', name: 'poster', atSeconds: 0.2, isFirst: true } as const
  const args = posterArguments(plan({ transfer: 'pq', isInterlaced: true }), poster, 'file:/in', 'pipe:1')
  expect(args).not.toContain('-ss')
  expect(after(args, '-vf')).toMatch(/^bwdif=mode=send_frame,thumbnail=\d+,zscale=.*tonemap=hable.*,scale=w=iw\*sar:h=ih,setsar=1$/)
})
