/** Made by `build/rare-hanzi.ts`. */
declare module 'virtual:rare-hanzi.css'
