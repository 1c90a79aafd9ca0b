import { FONT_FAMILIES, FONT_STACKS, NIGHT } from '@ulan/contract'

/** Style of the start page: the night sky of the television, sized for any screen. */
export const LANDING_STYLE = `
@font-face{font-family:${FONT_FAMILIES.chinese};src:url(/fonts/sc.woff2) format("woff2");font-display:swap}
@font-face{font-family:${FONT_FAMILIES.mongolian};src:url(/fonts/mong.woff2) format("woff2");font-display:swap}
*{box-sizing:border-box;margin:0}
html{height:100%}
body{min-height:100%;display:flex;flex-direction:column;background:${NIGHT.ground};color:${NIGHT.text};
font-family:${FONT_STACKS.mongolianFirst};font-size:20px;line-height:1.55;overflow-x:hidden;position:relative}
.scene{position:fixed;inset:0;width:100%;height:100%;z-index:-1}
header{display:flex;align-items:center;gap:clamp(20px,3vw,44px);padding:clamp(28px,6vh,72px) clamp(20px,6vw,96px) clamp(16px,3vh,36px)}
.brand{writing-mode:vertical-lr;font-family:${FONT_FAMILIES.mongolian};font-size:clamp(20px,2.2vw,28px);line-height:1.5;
color:${NIGHT.gold};border-left:3px solid ${NIGHT.gold};padding:4px 0 4px 16px;height:224px;text-orientation:mixed}
h1{font-size:clamp(34px,6vw,76px);font-weight:700;letter-spacing:.06em;line-height:1.15}
p{text-wrap:pretty}
header p{color:${NIGHT.textMuted};font-size:clamp(20px,2.2vw,28px);margin-top:14px}
main{flex:1;padding:0 clamp(20px,6vw,96px) clamp(28px,5vh,56px)}
.entries{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:clamp(16px,2vw,28px)}
.entry{display:flex;gap:20px;justify-content:space-between;background:${NIGHT.surface};border:1px solid ${NIGHT.outline};
border-radius:20px;padding:26px 28px;color:inherit;text-decoration:none;transition:transform .16s ease-out,border-color .16s ease-out;min-height:250px}
.entry:hover,.entry:focus-visible{transform:translateY(-4px);border-color:${NIGHT.sky};outline:3px solid ${NIGHT.sky};outline-offset:2px}
.entry .words{display:flex;flex-direction:column;min-width:0}
.entry svg.mark{width:46px;height:46px;margin-bottom:14px}
.entry h2{font-size:32px;line-height:1.25;margin-bottom:6px}
.entry p{color:${NIGHT.textMuted}}
.entry .open{margin-top:auto;padding-top:18px;color:${NIGHT.sky};font-weight:600}
.entry .open::after{content:" →"}
.entry .mong{writing-mode:vertical-lr;font-family:${FONT_FAMILIES.mongolian};color:${NIGHT.gold};font-size:22px;line-height:1.4;flex:none;max-height:210px}
.codes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:clamp(16px,2vw,28px);margin-top:18px}
.code{display:flex;align-items:center;gap:18px;color:${NIGHT.textMuted}}
.code svg{width:112px;height:112px;border-radius:10px;background:#fff;flex:none}
.code span{overflow-wrap:anywhere;font-size:18px}
.code strong{color:${NIGHT.text};font-size:22px}
.yurt{width:270px;margin-left:auto;align-self:flex-end}
.note code{padding:2px 10px;border-radius:8px;background:${NIGHT.surface};color:${NIGHT.text};font-size:18px;white-space:nowrap}
.imprint span{margin-right:1.5em}.imprint a{color:inherit}
.note{margin-top:24px;color:${NIGHT.textMuted};max-width:46em}
@media (prefers-reduced-motion:reduce){.entry{transition:none}}
@media (max-width:1100px){.yurt{display:none}}
@media (max-width:640px){.brand{height:150px;font-size:18px}h1{letter-spacing:0}.entry{min-height:0}}
`

/** Night over the steppe: moon, stars, hills. */
export const LANDING_SCENE = `<svg class="scene" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${NIGHT.ground}"/>
<stop offset=".72" stop-color="#0d2340"/><stop offset="1" stop-color="#16406b"/></linearGradient>
<radialGradient id="moon"><stop offset="0" stop-color="${NIGHT.gold}" stop-opacity=".34"/><stop offset="1" stop-color="${NIGHT.gold}" stop-opacity="0"/></radialGradient></defs>
<rect width="1600" height="900" fill="url(#sky)"/>
<circle cx="1370" cy="150" r="210" fill="url(#moon)"/><path d="M1392 96a56 56 0 1 0 34 84A50 50 0 0 1 1392 96Z" fill="#f4dfa2"/>
<g fill="${NIGHT.text}"><circle cx="150" cy="90" r="1.8"/><circle cx="320" cy="40" r="1.3"/><circle cx="470" cy="150" r="1.6"/><circle cx="640" cy="70" r="2"/>
<circle cx="820" cy="130" r="1.3"/><circle cx="980" cy="50" r="1.8"/><circle cx="1120" cy="170" r="1.4"/><circle cx="1230" cy="60" r="1.7"/><circle cx="1540" cy="260" r="1.6"/>
<circle cx="60" cy="240" r="1.3"/><circle cx="730" cy="230" r="1.2"/><circle cx="1060" cy="270" r="1.5"/></g>
<path d="M0 720C240 640 420 700 640 668S1060 600 1290 656s240 40 310 22V900H0Z" fill="#0f2c4a"/>
<path d="M0 786C220 730 470 790 720 752s520-64 880 2V900H0Z" fill="#0c2238"/>
<path d="M0 836C300 790 620 850 900 822s520-20 700-6V900H0Z" fill="#081a2c"/></svg>`

/** A yurt with its light on, under the moon where there is room beside the name. */
export const LANDING_YURT = `<svg class="yurt" viewBox="-150 -34 300 110" aria-hidden="true"><path d="M-150 76C-90 48-40 62 0 58S110 46 150 76Z" fill="#0f2c4a"/>
<path d="M-70 62V22q70-22 140 0v40Z" fill="#dfe7f1"/><path d="M-80 24Q0-46 80 24Q0-2-80 24Z" fill="${NIGHT.sky}"/>
<path d="M-80 24Q0-2 80 24L78 31Q0 6-78 31Z" fill="${NIGHT.gold}"/><rect x="-13" y="26" width="26" height="37" rx="3" fill="${NIGHT.gold}"/><rect x="-9" y="-26" width="18" height="12" fill="${NIGHT.gold}"/></svg>`
