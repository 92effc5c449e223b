import * as z from 'zod'
import type { ExplanationTemplate } from './explanation-template.ts'

z.config({ jitless: true })

/** The longest text that a portal takes is as long as this. */
const maxTemplateLength = 10_000

export const templatesSchema = z
  .array(
    z.strictObject({
      templateId: z.string().min(1).max(60),
      reasonId: z.string().min(1).max(100),
      language: z.enum(['en', 'zh']),
      text: z.string().min(1).max(maxTemplateLength),
    }),
  )
  .max(1000) satisfies z.ZodType<ExplanationTemplate[]>

/** Port: texts of the person's own. */
export interface TemplateStore {
  /** @throws ExpectedError `templates-unreadable` where what is stored is damaged. */
  own(): Promise<ExplanationTemplate[]>
  save(template: ExplanationTemplate): Promise<void>
  remove(templateId: string): Promise<void>
}
