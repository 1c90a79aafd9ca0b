/** 法治乌兰牧骑 in traditional Mongolian: a proper name, the same in every language of the shell. */
export const BRAND_MONGOLIAN = 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ᠎ᠤᠨ ᠤᠯᠠᠭᠠᠨ ᠮᠥᠴᠢᠷ'
