/** What these tests read of the Lightning application, which is on `window.__app` for that purpose. */
export type TvElement = {
  readonly ref?: string
  /** It is on the screen itself; what stands in it may be, even where it is not: a page scrolled away by its own height has its middle in sight. */
  readonly active?: boolean
  readonly visible?: boolean
  readonly alpha?: number
  readonly x?: number
  readonly y?: number
  readonly parent?: TvElement | null
  readonly texture?: { isLoaded(): boolean } | null
  readonly children?: readonly TvElement[]
  readonly core?: { getCornerPoints(): readonly number[]; readonly _scissor?: readonly number[] | null }
  readonly shown?: string
  readonly shownLayout?: { readonly isVertical: boolean; readonly isCut: boolean }
  /** Of the app: where it is, and where it is going. */
  readonly trail?: object
  readonly heading?: object
  tag(path: string): TvElement | undefined
}
/** Pixels that the graphics processor keeps, and the textures that show them. */
type TvPixels = { readonly lookupId: string | null; readonly textures: ReadonlySet<object>; isUsed(): boolean }
declare global {
  interface Window {
    /** Alpha of the faintest poster since `watchPosters`. */
    faintestPoster?: number
    __app?: {
      readonly focusPath: readonly TvElement[]
      readonly stage: {
        readonly root: TvElement
        readonly usedMemory: number
        readonly textureManager: { readonly _uploadedTextureSources: readonly TvPixels[] }
        gc(aggressive: boolean): void
      }
      readonly tag: (path: string) => TvElement | undefined
    }
  }
}
