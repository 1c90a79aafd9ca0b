import type calendar from '@ulan/contract/locales/zh-Hans/calendar.json'
import type common from '@ulan/contract/locales/zh-Hans/common.json'
import type credits from '@ulan/contract/locales/zh-Hans/credits.json'
import type problem from '@ulan/contract/locales/zh-Hans/problem.json'
import 'i18next'
import type admin from '../locales/zh-Hans/admin.json'

/** Every text key the newsroom may use; a wrong one does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'admin'
    resources: {
      readonly admin: typeof admin
      readonly calendar: typeof calendar
      readonly common: typeof common
      readonly credits: typeof credits
      readonly problem: typeof problem
    }
  }
}
