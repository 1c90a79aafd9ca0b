import type { Plugin } from 'vite'

/**
 * Parts of the SDK that its `Launch` imports but only starts when the platform settings name them, which ours do not:
 * 20 kB gzip of the start path. Each stands in with the exports others import by name.
 */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/@lightningjs\/sdk\/src\/Router\/index\.js$/, 'export const initRouter = () => {}; export default {}'],
  [/@lightningjs\/sdk\/src\/MediaPlayer\/index\.js$/, 'export const initMediaPlayer = () => {}; export default {}'],
  // It looks for storage in a way that throws where a box forbids it, and nothing starts; ours does not.
  [/@lightningjs\/sdk\/src\/Storage\/index\.js$/, 'export const initStorage = () => {}; export default {}'],
  [/@lightningjs\/sdk\/src\/Ads\/index\.js$/, 'export const initAds = () => {}; export default {}'],
  [/@lightningjs\/sdk\/src\/Subtitles\/index\.js$/, 'export default {}'],
  [/@lightningjs\/sdk\/src\/Accessibility\/index\.js$/, 'export default {}'],
  [
    /@metrological\/sdk\/src\/VideoPlayer\/index\.js$/,
    'export const initVideoPlayer = () => {}; export const mediaUrl = (url) => url; export default {}',
  ],
]

export function leaveOutSdkPlugins(): Plugin {
  return {
    name: 'tv-sdk-plugins',
    load: (id) => LEFT_OUT.find(([path]) => path.test(id))?.[1] ?? null,
  }
}
