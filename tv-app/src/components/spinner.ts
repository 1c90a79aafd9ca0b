import { Lightning } from '@lightningjs/sdk'
import { COLOURS } from '../theme.ts'
import { arcTexture } from './canvas-texture.ts'

const DIAMETER_PX = 96
const TURN_SECONDS = 1.1

/** The waiting sign. */
export class Spinner extends Lightning.Component {
  declare private turning: ReturnType<Lightning.Element['animation']> | undefined

  static override _template(): Lightning.Component.Template {
    return { w: DIAMETER_PX, h: DIAMETER_PX, mount: 0.5, pivot: 0.5, color: COLOURS.text }
  }

  override _init(): void {
    this.texture = arcTexture(this.stage, DIAMETER_PX)
  }

  override _active(): void {
    const actions = [{ p: 'rotation', v: { 0: { v: 0, sm: 0 }, 1: { v: Math.PI * 2, sm: 0 } } }]
    this.turning = this.animation({ duration: TURN_SECONDS, repeat: -1, actions })
    this.turning.start()
  }

  override _inactive(): void {
    this.turning?.stopNow()
  }
}
