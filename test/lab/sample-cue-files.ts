import type { Cue, CueFile } from '@ulan/media/cue/cue-file'
import { readCueFile } from '@ulan/media/cue/read-cue-file'

/** A file as an editor uploads it, in each format that is taken; Chinese and Mongolian, in lines and in columns. */
export const SAMPLE_CUE_FILES: { readonly [name: string]: string } = {
  '小司来了 第一集.vtt': `WEBVTT

STYLE
::cue { color: #ffe08a }

REGION
id:stage
width:60%

开场
00:00:01.000 --> 00:00:03.500 vertical:lr line:5% position:10% align:start size:70%
<v 村长>ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b</v>
ᠮᠣᠩᠭᠣᠯ &amp; ᠬᠡᠯᠡ

00:00:03.500 --> 00:00:06.000 line:-1 align:left direction:lr
村里的水渠该谁来修？

00:00:05.000 --> 00:00:07.250 region:stage align:right
<i>——大家</i><b>一起</b>修！
`,
  'ᠬᠠᠤᠯᠢ.srt': `1\r\n00:00:04,000 --> 00:00:05,500\r\nᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ\r\n\r\n2\r\n00:00:01,000 --> 00:00:03,500\r\n{\\an8}<font color="red">依照《民法典》</font> & A --> B\r\n`,
  '水渠.ass': `[Script Info]
[V4+ Styles]
Format: Name, Fontname, Bold, Italic, Underline, Alignment
Style: Default,微软雅黑,0,0,0,2
Style: Column,@宋体,0,0,0,9
[Events]
Format: Layer, Start, End, Style, Text
Dialogue: 0,0:00:01.00,0:00:03.50,Default,村里的水渠，\\N该{\\i1}谁{\\i0}来修？
Dialogue: 0,0:00:04.00,0:00:05.25,Column,竖排
`,
  'imsc.ttml': `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="mn" ttp:frameRate="25">
<head><layout><region xml:id="r" tts:origin="5% 10%" tts:extent="20% 80%" tts:writingMode="tblr"/></layout></head>
<body><div><p xml:id="p1" region="r" begin="00:00:01:12" end="00:00:02:00">ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ<br/>ᠮᠣᠩᠭᠣᠯ</p></div></body></tt>`,
}

/** What our own reader sees in a sample. */
export function readSample(name: string): CueFile {
  const outcome = readCueFile(new TextEncoder().encode(SAMPLE_CUE_FILES[name]))
  if (outcome.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(outcome.problems)}`)
  return outcome.file
}

/** Settings as an independent reader understands them, by the words of WebVTT's own interface. */
export type SeenCue = {
  readonly id: string
  readonly startTime: number
  readonly endTime: number
  readonly text: string
  readonly vertical: string
  readonly line: number | string
  readonly snapToLines: boolean
  readonly position: number | string
  readonly size: number
  readonly align: string
}

/** The same of a cue of ours, taken from its settings as they are written. */
export function seenFrom({ id = '', startMs, endMs, settings, text }: Cue): SeenCue {
  const values = new Map(settings.split(/[ \t]+/).map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)] as const))
  const number = (name: string, otherwise: number | string): number | string => {
    const value = values.get(name)
    return value === undefined ? otherwise : Number.parseFloat(value)
  }
  return {
    id,
    startTime: startMs / 1000,
    endTime: endMs / 1000,
    text,
    vertical: values.get('vertical') ?? '',
    line: number('line', 'auto'),
    snapToLines: values.get('line')?.endsWith('%') !== true,
    position: number('position', 'auto'),
    size: Number(number('size', 100)),
    align: values.get('align') ?? 'center',
  }
}
