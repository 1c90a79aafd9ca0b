import { Lightning } from '@lightningjs/sdk'
import { currentLook, type Look } from '../look.ts'

/** A component class as Lightning makes its elements: it keeps what it made of the template, numbers and colours included. */
type TemplateKeeper = { __has_templateFunc?: unknown; getTemplateFunc(component: unknown): unknown }

/**
 * Lets the templates of all classes follow the look: one parsed in another look is parsed anew the next time its class is
 * wanted. Called once, before the first component is made.
 */
export function letTemplatesFollowLook(): void {
  const parsedIn = new WeakMap<object, Look>()
  // The type declarations leave this part of Lightning out.
  const root = Lightning.Component as unknown as TemplateKeeper
  const usual = root.getTemplateFunc
  root.getTemplateFunc = function getTemplateFunc(this: TemplateKeeper, component) {
    if (parsedIn.get(this) !== currentLook()) {
      this.__has_templateFunc = undefined
      parsedIn.set(this, currentLook())
    }
    return usual.call(this, component)
  }
}
