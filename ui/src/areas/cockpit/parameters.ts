import { t } from '~/text';

/** Parameters as somebody typed them; nothing typed is none. */
export function parametersOf(text: string): { parameters: Record<string, never>; problem?: string } {
  if (text.trim() === '') return { parameters: {} };
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { parameters: read as Record<string, never> };
    return { parameters: {}, problem: t('instance.noObject') };
  } catch (error) {
    return { parameters: {}, problem: t('instance.noJson', { why: (error as Error).message }) };
  }
}
