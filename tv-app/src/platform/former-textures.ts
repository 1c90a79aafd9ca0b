import { Lightning } from '@lightningjs/sdk'

/** What an element of Lightning keeps of its textures; the type declarations leave it out. */
type Textured = {
  readonly __texture: object | null
  readonly __displayedTexture: object | null
  _setDisplayedTexture(texture: null): void
  _unsetActiveFlag(): void
}

/**
 * Mends Lightning 2.20 (its issue 556). An element that is given another texture shows the former one until that is there;
 * where it goes out of sight before, the former one is let go of without being counted down, and its pixels stay for as
 * long as the app runs: 46 such textures after 1,400 keys at random.
 */
export function letFormerTexturesGo(): void {
  const element = Lightning.Element.prototype as unknown as Textured // they are there, see above
  const goOutOfSight = element._unsetActiveFlag
  element._unsetActiveFlag = function (this: Textured): void {
    // While it still counts as in sight.
    if (this.__displayedTexture !== null && this.__displayedTexture !== this.__texture) this._setDisplayedTexture(null)
    goOutOfSight.call(this)
  }
}
