import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import type { AudioSource, SourceDescription, VideoSource } from './source-description.ts'
import { planTranscode, type TranscodePlan } from './transcode-plan.ts'

const STEREO: AudioSource = { streamIndex: 1, codec: 'aac', channels: 2 }

function source(video: Partial<VideoSource>, durationSeconds: number, audio: AudioSource | 'silent' = STEREO): SourceDescription {
  const rate = video.averageRate ?? { numerator: 25, denominator: 1 }
  return {
    demuxer: 'mov',
    durationSeconds,
    video: {
      streamIndex: 0,
      codec: 'h264',
      widthPx: 1920,
      heightPx: 1080,
      averageRate: rate,
      nominalRate: rate,
      firstPts: 0,
      firstSeconds: 0,
      isInterlaced: false,
      transfer: 'sdr',
      ...video,
    },
    ...(audio !== 'silent' && { audio }),
  }
}

function planned(description: SourceDescription): TranscodePlan {
  const outcome = planTranscode(description, DEFAULT_POLICY)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}

/** A plan in one line per decision, so that a change of policy is one visible change here. */
const told = (plan: TranscodePlan): readonly string[] => [
  plan.rungs.map((rung) => `${rung.widthPx}x${rung.heightPx}@${rung.level}/${rung.maxBitrateBps / 1000}k`).join(' '),
  `${plan.frameRate.numerator}/${plan.frameRate.denominator} gop ${plan.gopFrames} frames ${plan.frameCount} segments ${plan.segmentCount}`,
  plan.audio ? `${plan.audio.language} ${plan.audio.segmentCount}` : 'silent',
  plan.units
    .map((unit) =>
      unit.kind === 'video' ? `${unit.firstSegment}+${unit.segmentCount}x${unit.rungNames.length}${unit.isLast ? '.' : ''}` : unit.kind,
    )
    .join(' '),
]

const GOLDEN: readonly (readonly [name: string, description: SourceDescription, expected: readonly string[]])[] = [
  [
    'full HD stage recording at 25',
    source({}, 62),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.0/1400k 1280x720@3.1/2800k 1920x1080@4.0/5000k',
      '25/1 gop 50 frames 1550 segments 16',
      'zh 16',
      '0+1x1 audio poster 0+1x4 1+5x5 6+5x5 11+5x5.',
    ],
  ],
  [
    '854×480 still gets three rungs',
    source({ widthPx: 854, heightPx: 480, averageRate: { numerator: 24, denominator: 1 } }, 30),
    [
      '428x240@2.1/400k 640x360@3.0/800k 854x480@3.0/1400k',
      '24/1 gop 48 frames 720 segments 8',
      'zh 8',
      '0+1x1 audio poster 0+1x2 1+5x3 6+2x3.',
    ],
  ],
  [
    '720p at 30000/1001',
    source({ widthPx: 1280, heightPx: 720, averageRate: { numerator: 30000, denominator: 1001 } }, 20),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.1/1400k 1280x720@3.1/2800k',
      '30000/1001 gop 60 frames 599 segments 5',
      'zh 5',
      '0+1x1 audio poster 0+1x3 1+4x4.',
    ],
  ],
  [
    '23.976 film',
    source({ averageRate: { numerator: 24000, denominator: 1001 } }, 10.01),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.0/1400k 1280x720@3.1/2800k 1920x1080@4.0/5000k',
      '24000/1001 gop 48 frames 240 segments 3',
      'zh 3',
      '0+1x1 audio poster 0+1x4 1+2x5.',
    ],
  ],
  [
    'portrait phone clip',
    source({ widthPx: 1080, heightPx: 1920, averageRate: { numerator: 30, denominator: 1 } }, 9),
    [
      '240x426@2.1/400k 360x640@3.0/800k 480x854@3.1/1400k 720x1280@3.1/2800k 1080x1920@4.0/5000k',
      '30/1 gop 60 frames 270 segments 3',
      'zh 3',
      '0+1x1 audio poster 0+1x4 1+2x5.',
    ],
  ],
  [
    '4K master stops at 1080p',
    source({ widthPx: 3840, heightPx: 2160 }, 12),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.0/1400k 1280x720@3.1/2800k 1920x1080@4.0/5000k',
      '25/1 gop 50 frames 300 segments 3',
      'zh 3',
      '0+1x1 audio poster 0+1x4 1+2x5.',
    ],
  ],
  [
    '50 frames per second are kept',
    source({ widthPx: 1280, heightPx: 720, averageRate: { numerator: 50, denominator: 1 } }, 12),
    [
      '426x240@3.0/600k 640x360@3.1/1200k 854x480@3.1/2100k 1280x720@3.2/4200k',
      '50/1 gop 100 frames 600 segments 3',
      'zh 3',
      '0+1x1 audio poster 0+1x3 1+2x4.',
    ],
  ],
  [
    '120 become 60',
    source({ widthPx: 1280, heightPx: 720, averageRate: { numerator: 120, denominator: 1 } }, 4),
    [
      '426x240@3.0/600k 640x360@3.1/1200k 854x480@3.1/2100k 1280x720@3.2/4200k',
      '60/1 gop 120 frames 240 segments 1',
      'zh 1',
      '0+1x1. audio poster 0+1x3.',
    ],
  ],
  [
    'phone with varying rate',
    source({ averageRate: { numerator: 28741, denominator: 1000 }, nominalRate: { numerator: 90000, denominator: 1 } }, 7),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.1/1400k 1280x720@3.1/2800k 1920x1080@4.0/5000k',
      '30000/1001 gop 60 frames 210 segments 2',
      'zh 2',
      '0+1x1 audio poster 0+1x4 1+1x5.',
    ],
  ],
  [
    'odd 1279×719',
    source({ widthPx: 1279, heightPx: 719 }, 8),
    [
      '426x240@2.1/400k 640x360@3.0/800k 854x480@3.0/1400k 1278x718@3.1/2788k',
      '25/1 gop 50 frames 200 segments 2',
      'zh 2',
      '0+1x1 audio poster 0+1x3 1+1x4.',
    ],
  ],
  [
    'PAL tape 768×576',
    source({ widthPx: 768, heightPx: 576, isInterlaced: true }, 8),
    [
      '320x240@1.3/400k 480x360@2.1/800k 640x480@3.0/1400k 768x576@3.1/1960k',
      '25/1 gop 50 frames 200 segments 2',
      'zh 2',
      '0+1x1 audio poster 0+1x3 1+1x4.',
    ],
  ],
  [
    'tiny and silent',
    source({ widthPx: 160, heightPx: 120 }, 3, 'silent'),
    ['160x120@1.3/200k', '25/1 gop 50 frames 75 segments 1', 'silent', '0+1x1. poster'],
  ],
  [
    'one frame',
    source({ widthPx: 640, heightPx: 360 }, 0.04),
    ['426x240@2.1/400k 640x360@3.0/800k', '25/1 gop 50 frames 1 segments 1', 'zh 1', '0+1x1. audio poster 0+1x1.'],
  ],
  [
    'a remainder under half a second is not promised',
    source({ widthPx: 426, heightPx: 240 }, 8.3),
    ['426x240@2.1/400k', '25/1 gop 50 frames 208 segments 2', 'zh 3', '0+1x1 audio poster 1+1x1.'],
  ],
  [
    'Mongolian sound',
    source({ widthPx: 640, heightPx: 360 }, 4, { ...STEREO, language: 'mn' }),
    ['426x240@2.1/400k 640x360@3.0/800k', '25/1 gop 50 frames 100 segments 1', 'mn 1', '0+1x1. audio poster 0+1x1.'],
  ],
]

test.each(GOLDEN)('%s', (_name, description, expected) => {
  expect(told(planned(description))).toEqual(expected)
})

test('two hours go in long units that cover every segment once', () => {
  const plan = planned(source({ widthPx: 640, heightPx: 360 }, 7200))
  const covered = plan.units.flatMap((unit) =>
    unit.kind === 'video' && unit.rungNames.includes('240p')
      ? Array.from({ length: unit.segmentCount }, (_, index) => unit.firstSegment + index)
      : [],
  )
  expect(covered).toEqual(Array.from({ length: 1800 }, (_, index) => index))
  expect(plan.units.filter((unit) => unit.kind === 'video' && unit.segmentCount === 15)).toHaveLength(119)
  expect(plan.units.filter((unit) => unit.kind === 'video' && unit.isLast)).toHaveLength(1)
})

test('no rung is larger than its source, and all have even sides', () => {
  for (let side = 2; side <= 2200; side += 7) {
    for (const rung of planned(source({ widthPx: side * 2, heightPx: side }, 4)).rungs) {
      expect(rung.heightPx).toBeLessThanOrEqual(side)
      expect([rung.widthPx % 2, rung.heightPx % 2]).toEqual([0, 0])
    }
  }
})

test.each([
  ['nine hours', source({}, 9 * 3600)],
  ['8192×8192', source({ widthPx: 8192, heightPx: 8192 }, 4)],
  ['no picture', source({ widthPx: 0, heightPx: 0 }, 4)],
])('%s is refused', (_name, description) => {
  expect(planTranscode(description, DEFAULT_POLICY)).toMatchObject({ kind: 'refused', problem: 'unsupported-video' })
})

test('the same source gives the same plan', () => {
  const description = source({}, 62)
  expect(planned(description)).toEqual(planned({ ...description }))
})
