import { describe, expect, it } from 'vitest'
import { low, type Scene, still } from '../artwork/scene.ts'
import { playTune } from './bowed-sound.ts'
import { clipChapters, planClip } from './clip-plan.ts'
import { quoteLines } from './draw-words.ts'
import { filterGraph } from './ffmpeg-arguments.ts'
import { composeTune, type Mood } from './tune.ts'

const SCENE: Scene = [
  still(0, '<rect/>'),
  {
    kind: 'sprite',
    box: { x: 300, y: 600, width: 240, height: 150 },
    frames: ['a', 'b', 'c'],
    framesPerSecond: 12.5,
    glide: 1,
    bob: { heightPx: 12, periodSeconds: 2 },
    drift: { x: -30, y: 0 },
  },
  low(900, 2, '<path/>'),
]

describe('planClip', () => {
  const plan = planClip({ id: 'sample', scene: SCENE, seconds: 16, mood: 'calm', seed: 3 })

  it('says where every layer is at frame n', () => {
    expect(plan.frames).toBe(400)
    expect(plan.layers).toEqual([
      { name: 'layer-0', kind: 'ground', widthPx: 1280, heightPx: 720, frames: 1, framesPerSecond: 1, x: '0', y: '0' },
      {
        name: 'layer-1',
        kind: 'sprite',
        widthPx: 160,
        heightPx: 100,
        frames: 3,
        framesPerSecond: 12.5,
        x: '200-floor((n-200)*1/4)-20*(n-200)/25',
        y: '400+8*sin(2*PI*n/50)',
      },
      {
        name: 'layer-2',
        kind: 'still',
        widthPx: 1600,
        heightPx: 120,
        frames: 1,
        framesPerSecond: 1,
        x: '-160-floor((n-200)*2/4)',
        y: '600',
      },
      {
        name: 'title',
        kind: 'title',
        widthPx: 440,
        heightPx: 720,
        frames: 1,
        framesPerSecond: 1,
        x: '840',
        y: '0',
        visibleSeconds: [1, 5.6],
      },
      {
        name: 'citation',
        kind: 'citation',
        widthPx: 1280,
        heightPx: 200,
        frames: 1,
        framesPerSecond: 1,
        x: '0',
        y: '520',
        visibleSeconds: [9.4, 15.3],
      },
    ])
  })

  it('has its chapters where its words are: the opening until the title has gone, the law while its article stands there', () => {
    const shown = (kind: string) => plan.layers.find((layer) => layer.kind === kind)?.visibleSeconds
    const [opening, law] = clipChapters(plan.seconds)
    expect([opening?.startSeconds, opening?.endSeconds]).toEqual([0, shown('title')?.[1]])
    expect([law?.startSeconds, law?.endSeconds]).toEqual(shown('citation'))
    expect(clipChapters(18)[1]).toEqual({ kind: 'law-explained', startSeconds: 11.4, endSeconds: 17.3 })
  })

  it('becomes one graph in which every layer is laid once', () => {
    const graph = filterGraph(plan)
    expect(graph.split(';')).toHaveLength(plan.layers.length * 2)
    expect(graph).toContain(
      "[p0][p1]overlay=x='200-floor((n-200)*1/4)-20*(n-200)/25':y='400+8*sin(2*PI*n/50)':format=yuv444:eof_action=repeat[o1]",
    )
    expect(graph).toContain("crop=160:100:0:'100*mod(floor(n*12.5/25),3)'")
    expect(graph).toMatch(/fade=t=in:st=0:d=0\.9,fade=t=out:st=15\.3:d=0\.7,format=yuv420p\[out\]$/)
  })

  it('keeps every gliding layer over the whole frame, at both ends of the longest clip', () => {
    const glide = 2
    const halfFrames = (24 * 25) / 2
    expect(160 - (halfFrames * glide) / 4).toBeGreaterThanOrEqual(0)
  })
})

describe('closing words', () => {
  it('break after the comma nearest the middle, only when they are long', () => {
    expect(quoteLines('农民工有按时足额获得工资的权利')).toEqual(['农民工有按时足额获得工资的权利'])
    expect(quoteLines('利用电信网络技术手段，通过远程、非接触等方式，诈骗公私财物的行为')).toEqual([
      '利用电信网络技术手段，通过远程、',
      '非接触等方式，诈骗公私财物的行为',
    ])
    expect(quoteLines('字'.repeat(40))).toEqual(['字'.repeat(40)])
  })
})

describe('tunes', () => {
  it.each(['calm', 'riding', 'playful'] satisfies Mood[])('a %s tune is the same for the same seed and another for another', (mood) => {
    expect(composeTune(4, 18, mood)).toEqual(composeTune(4, 18, mood))
    expect(composeTune(4, 18, mood)).not.toEqual(composeTune(5, 18, mood))
    for (const note of composeTune(4, 18, mood).notes) expect(note.frequencyHz).toBeGreaterThan(90)
  })

  it('sound, do not clip, and are silent at both ends', () => {
    const samples = playTune(composeTune(1, 6, 'riding'))
    let [peak, power] = [0, 0]
    for (const sample of samples) {
      peak = Math.max(peak, Math.abs(sample))
      power += sample * sample
    }
    expect(peak).toBeLessThanOrEqual(0.8)
    expect(Math.sqrt(power / samples.length)).toBeGreaterThan(0.03)
    expect(Math.abs(samples[0] ?? 1)).toBe(0)
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001)
  })
})
