import type { Locator } from 'playwright-core';
import type { Person } from './person.ts';

/** Fills the fields of a form by their labels: text is typed, an entry of a closed list is chosen. */
export async function fill(person: Person, form: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const field = form.getByLabel(labelled(label)).first();
    const isList = (await field.evaluate((element) => element.nodeName)) === 'SELECT';
    if (isList) await person.choose(field, value);
    else await person.type(field, value);
    await person.settle();
  }
}

/** Submits a form and waits for the answer; the dialog or page that follows has settled. */
export async function submit(person: Person, form: Locator, label = '保存'): Promise<void> {
  await person.click(form.getByRole('button', { name: label, exact: true }));
  await person.settle();
}

/** A label may be followed by the remark that the field may stay empty. */
export function labelled(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(选填|optional)?$`);
}
