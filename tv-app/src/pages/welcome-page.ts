import { Lightning } from '@lightningjs/sdk'
import { type Locale, languagesToOffer } from '@ulan/contract'
import { iconTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { LanguageCard } from '../components/language-card.ts'
import { part } from '../components/part.ts'
import { writingOf } from '../layout.ts'
import { WELCOME } from '../settings-layout.ts'
import { COLOURS } from '../theme.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface WelcomeSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  Emblem: object
  Brand: typeof Label
  Cards: object
}

/** The first screen of a box that nobody has used: in which language, each by its own name. OK takes the one that is lit. */
export class WelcomePage extends Lightning.Component<WelcomeSpec> implements PageContract {
  declare services: PageServices
  declare private index: number

  static override _template(): Lightning.Component.Template<WelcomeSpec> {
    return {
      Emblem: { color: COLOURS.gold, mountX: 0.5, ...WELCOME.emblem },
      Brand: { type: Label, mount: 0.5, ...WELCOME.brand },
      Cards: {},
    }
  }

  override _init(): void {
    const { controls, locale, navigation } = this.services
    navigation.showHeader(false)
    part(this.getByRef('Emblem')).texture = iconTexture(this.stage, 'brand', WELCOME.emblemPx)
    this.offer(controls.languages(), locale())
    this.learnLanguages()
  }

  memory(): undefined {
    return undefined
  }

  relocalise(): void {
    this.drawBrand()
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.cards[this.index]
  }

  override _handleLeft(): boolean {
    return this.move(-1)
  }

  override _handleRight(): boolean {
    return this.move(1)
  }

  /** There is no header to go to yet. */
  override _handleUp(): boolean {
    return true
  }

  override _handleEnter(): void {
    const card = this.cards[this.index]
    if (card !== undefined) this.services.controls.chooseLocale(card.locale)
    this.services.navigation.back()
  }

  private move(step: -1 | 1): boolean {
    if (this.cards[this.index + step] !== undefined) this.index += step
    this.drawBrand()
    this._refocus()
    return true
  }

  /** Which there are only the server knows; where there is but one, nobody need be asked. */
  private learnLanguages(): void {
    const { catalogue, locale, navigation } = this.services
    catalogue
      .home(locale())
      .load()
      .then(
        (answer) => {
          if (!this.attached || answer.kind !== 'ok') return
          const languages = languagesToOffer(answer.value.languages)
          navigation.offerLanguages(answer.value.languages)
          if (languages.length === 1) navigation.back()
          else this.offer(languages, this.cards[this.index]?.locale ?? locale())
        },
        (error: unknown) => {
          throw error
        },
      )
  }

  private offer(languages: readonly Locale[], lit: Locale): void {
    const { card } = WELCOME
    if (languages.join() !== this.cards.map(({ locale }) => locale).join()) {
      const startPx = (WELCOME.widthPx - languages.length * card.widthPx - (languages.length - 1) * card.gapPx) / 2
      part(this.getByRef('Cards')).children = languages.map((locale, at) => {
        const one = this.stage.c({ type: LanguageCard, ref: `Language${at}`, x: startPx + at * (card.widthPx + card.gapPx), y: card.yPx })
        one.show(locale, card)
        return one
      })
    }
    this.index = Math.max(0, languages.indexOf(lit))
    this.drawBrand()
    this._refocus()
  }

  /** In the language that is lit, so that the choice shows what it means. */
  private drawBrand(): void {
    const locale = this.cards[this.index]?.locale ?? this.services.locale()
    part(this.getByRef('Brand')).show(this.services.sayIn(locale)('tv:brand'), WELCOME.brandSlot[writingOf(locale)])
  }

  private get cards(): LanguageCard[] {
    return part(this.getByRef('Cards')).children as LanguageCard[] // `offer` adds nothing else
  }
}
