/** How the server's clock stands against this computer's, by the dates of its answers: office computers are often minutes off. */
export class ServerClock {
  #aheadMs = 0

  /** `date`: the header of that name (RFC 9110 §6.6.1), exact to a second. */
  note(date: string | null, receivedAtMs: number): void {
    const dated = Date.parse(date ?? '')
    if (!Number.isFinite(dated)) return
    const aheadMs = dated - receivedAtMs
    // Less than the header can tell is no difference.
    this.#aheadMs = Math.abs(aheadMs) < 2000 ? 0 : aheadMs
  }

  /** The server's time at a moment of this computer's. */
  at(localMs: number): Date {
    return new Date(localMs + this.#aheadMs)
  }
}
