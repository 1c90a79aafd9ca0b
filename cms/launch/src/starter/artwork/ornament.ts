import { path, px } from './svg.ts'

/** Running horn pattern (эвэр угалз), drawn in one stroke along a band. */
export function hornBand(x: number, y: number, width: number, height: number, stroke: string, strokeWidth: number, opacity = 1): string {
  const step = height * 1.5
  const count = Math.max(1, Math.round(width / step))
  const pitch = width / count
  let d = ''
  for (let index = 0; index < count; index += 1) {
    const [cx, base, top] = [x + (index + 0.5) * pitch, y + height, y]
    const r = height * 0.3
    d += `M${px(cx - pitch / 2)} ${px(base)}C${px(cx - pitch * 0.18)} ${px(base)} ${px(cx)} ${px(base - height * 0.3)} ${px(cx)} ${px(base - height * 0.55)}`
    d += `C${px(cx)} ${px(top)} ${px(cx - r * 1.9)} ${px(top - height * 0.05)} ${px(cx - r * 1.7)} ${px(top + r * 1.2)}c${px(0)} ${px(r * 0.9)} ${px(r * 1.1)} ${px(r * 0.7)} ${px(r)} ${px(-r * 0.1)}`
    d += `M${px(cx + pitch / 2)} ${px(base)}C${px(cx + pitch * 0.18)} ${px(base)} ${px(cx)} ${px(base - height * 0.3)} ${px(cx)} ${px(base - height * 0.55)}`
    d += `C${px(cx)} ${px(top)} ${px(cx + r * 1.9)} ${px(top - height * 0.05)} ${px(cx + r * 1.7)} ${px(top + r * 1.2)}c${px(0)} ${px(r * 0.9)} ${px(-r * 1.1)} ${px(r * 0.7)} ${px(-r)} ${px(-r * 0.1)}`
  }
  return path(d, `fill="none" stroke="${stroke}" stroke-width="${px(strokeWidth)}" stroke-linecap="round" opacity="${opacity}"`)
}

/** The endless knot (ulzii), centred on the origin, 100 px wide. */
export function endlessKnot(stroke: string, strokeWidth: number): string {
  const d =
    'M-30 -10L10 30M-10 -30L30 10M-30 10L10 -30M-10 30L30 -10M-30 -10C-48 -28 -50 0 -30 10M30 10C48 28 50 0 30 -10M-10 -30C-28 -48 0 -50 10 -30M10 30C28 48 0 50 -10 30'
  return path(d, `fill="none" stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linejoin="round" stroke-linecap="round"`)
}
