declare module 'virtual:font-slices.css'
declare module '@ulan/contract/fonts/files/*.woff2?url' {
  const url: string
  export default url
}
