import { type Scene, still } from '../scene.ts'
import { bankCard, beam, curtain, hook, stageFloor, valance } from '../stage-props.ts'
import { at, glow, rect, turned, vertical } from '../svg.ts'

/** On stage: a bank card in the spotlight, and a hook coming down for it. */
export function caughtCard(): Scene {
  return [
    still(
      0,
      vertical('cc-b', [
        [0, '#12071c'],
        [0.6, '#341036'],
        [1, '#1a0a1c'],
      ]),
      rect(-240, 0, 2400, 1080, 'fill="url(#cc-b)"'),
      glow('cc-g', [900, 470], 900, '#b04a8a', 0.5),
      stageFloor('cc-f', 820, 900),
      beam('cc-1', 520, 900, 900, 360, 0.24),
      beam('cc-2', 1280, 900, 900, 360, 0.2),
    ),
    {
      kind: 'sprite',
      box: { x: 740, y: -60, width: 320, height: 560 },
      frames: [at([220, 0], 1, hook('cc-h', 500))],
      framesPerSecond: 1,
      glide: 0,
      sway: { widthPx: 26, periodSeconds: 4.2 },
      bob: { heightPx: 34, periodSeconds: 5.6 },
    },
    {
      kind: 'sprite',
      box: { x: 540, y: 380, width: 720, height: 520 },
      frames: [at([360, 260], 1, turned(-9, [0, 0], bankCard('cc-k')))],
      framesPerSecond: 1,
      glide: 0,
      bob: { heightPx: 14, periodSeconds: 3.6 },
    },
    still(1, curtain('cc-l', -1, 360), curtain('cc-r', 1, 420), valance('cc-v')),
  ]
}
