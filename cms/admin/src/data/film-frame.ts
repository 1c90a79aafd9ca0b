type Rate = { readonly numerator: number; readonly denominator: number }

/** Pictures begin so many frames late in every rung that we make; players count from there. */
const LATE_FRAMES = 2

const perSecond = ({ numerator, denominator }: Rate): number => numerator / denominator

/** The picture that a film shows at a time of its own. */
export const frameAt = (seconds: number, rate: Rate): number => Math.floor(seconds * perSecond(rate) + 0.001)
/** When a picture of a film begins, by the film's own time. */
export const secondsOfFrame = (frame: number, rate: Rate): number => frame / perSecond(rate)
/** Where a player has to be to show it: in its middle, so that no rounding shows the one before. */
export const placeOfFrame = (frame: number, rate: Rate): number => (frame + LATE_FRAMES + 0.5) / perSecond(rate)
/** The last picture of a film that players can be brought to. */
export const lastFrame = (filmSeconds: number, rate: Rate): number => Math.max(0, frameAt(filmSeconds, rate) - LATE_FRAMES - 1)
