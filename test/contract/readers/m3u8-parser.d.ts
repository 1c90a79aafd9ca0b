/** The package brings no types; only what is used here. */
declare module 'm3u8-parser' {
  type Attributes = {
    readonly CODECS: string
    readonly BANDWIDTH: number
    readonly 'AVERAGE-BANDWIDTH': string | number
    readonly 'FRAME-RATE'?: number
    readonly RESOLUTION?: { readonly width: number; readonly height: number }
    readonly AUDIO?: string
  }
  type Entry = { readonly uri: string; readonly attributes: Attributes }
  type Sound = { readonly default: boolean; readonly language?: string; readonly uri: string }
  type Segment = {
    readonly uri: string
    readonly duration: number
    readonly byterange?: { readonly length: number; readonly offset: number }
    readonly map?: { readonly uri: string }
  }
  export class Parser {
    readonly manifest: {
      readonly playlists?: readonly Entry[]
      readonly iFramePlaylists: readonly Entry[]
      readonly mediaGroups?: { readonly AUDIO: Readonly<Record<string, Readonly<Record<string, Sound>>>> }
      readonly segments: readonly Segment[]
      readonly targetDuration?: number
      readonly iFramesOnly?: boolean
      readonly endList?: boolean
    }
    on(event: 'warn', listener: (warning: { readonly message: string }) => void): void
    push(text: string): void
    end(): void
  }
}
