/** Made by the plugin of `@ulan/contract/fonts/rare-hanzi`. */
declare module 'virtual:rare-hanzi.css'
