/** Made by the plugin of `@ulan/contract/fonts/rare-hanzi`. */
declare module 'virtual:rare-hanzi.css'
declare module '@ulan/contract/fonts/files/*.woff2?url' {
  const url: string
  export default url
}
