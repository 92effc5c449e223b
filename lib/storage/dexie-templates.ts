import { type TemplateStore, templatesSchema } from '../complaints/template-store.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps the person's own texts among the small facts of the installation. */
export function dexieTemplates(database: DocketDatabase): TemplateStore {
  const { meta } = database
  const own = async () => {
    const row = await meta.get('explanationTemplates')
    if (row?.key !== 'explanationTemplates') return []
    const parsed = templatesSchema.safeParse(row.templates)
    if (parsed.success) return parsed.data
    throw new ExpectedError(
      'templates-unreadable',
      'Your own texts cannot be read, so none is offered or changed. Report this with the version of Docket.',
    )
  }
  return {
    own,
    save: (template) =>
      storing(() =>
        database.transaction('rw', meta, async () => {
          const others = (await own()).filter(({ templateId }) => templateId !== template.templateId)
          await meta.put({ key: 'explanationTemplates', templates: [...others, template] })
        }),
      ),
    remove: (templateId) =>
      storing(() =>
        database.transaction('rw', meta, async () => {
          const templates = (await own()).filter((template) => template.templateId !== templateId)
          await meta.put({ key: 'explanationTemplates', templates })
        }),
      ),
  }
}
