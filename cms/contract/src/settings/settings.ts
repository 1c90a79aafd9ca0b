import * as z from 'zod'

const line = z.string().max(200)

/** What an installation says of itself to everybody; empty where it has nothing to say yet. */
export const settingsSchema = z
  .strictObject({
    /** The office that runs it. */
    organiser: line,
    /** ICP 备案号. */
    filingNumber: line,
    /** 信息网络传播视听节目许可证号. */
    licenceNumber: line,
    rev: z.int(),
  })
  .meta({ id: 'Settings' })

/** What is left out stays; `rev` is the revision that was read. */
export const settingsPatchSchema = settingsSchema
  .partial({ organiser: true, filingNumber: true, licenceNumber: true })
  .meta({ id: 'SettingsPatch' })

export type Settings = z.infer<typeof settingsSchema>
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
