import { client } from '~/api/client';
import { read } from '~/api/queries';

/** As much of OpenAPI 3.1 as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}
interface Body {
  description?: string;
  content?: Record<string, { schema?: Schema }>;
}
export interface Operation {
  method: string;
  path: string;
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses?: Record<string, Body>;
}
export interface ApiDocument {
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
  components?: { schemas?: Record<string, Schema> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const apiDocument = () => read<unknown>([], ['openapi'], (signal) => client.GET('/api/v1/openapi.json', { signal }));

export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ ...item[method]!, method: method.toUpperCase(), path })),
  );
}

/** Operations by tag, in the order of the document; those without come last. */
export function byTag(document: ApiDocument, typed: string): { name: string; description?: string; operations: Operation[] }[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const all = operationsOf(document).filter((operation) => {
    const text = `${operation.method} ${operation.path} ${operation.summary ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const named = document.tags ?? [];
  const others = new Set(all.map(tagOf).filter((tag) => !named.some(({ name }) => name === tag)));
  return [...named, ...[...others].map((name) => ({ name, description: undefined }))]
    .map(({ name, description }) => ({ name, description, operations: all.filter((one) => tagOf(one) === name) }))
    .filter(({ operations }) => operations.length > 0);
}

const tagOf = ({ tags }: Operation) => tags?.[0] ?? '';

/** The schema behind a reference, and its name. */
export function resolve(document: ApiDocument, schema: Schema): { name?: string; schema: Schema } {
  const name = schema.$ref?.split('/').pop();
  return name ? { name, schema: document.components?.schemas?.[name] ?? {} } : { schema };
}

/** A schema in a few words: `array of Node`, `string (date-time)`. */
export function typeText(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').pop() ?? '';
  const variants = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (variants) return variants.map(typeText).join(schema.allOf ? ' & ' : ' | ');
  const type = [schema.type ?? 'any'].flat().map((one) => (one === 'array' ? `array of ${typeText(schema.items) || 'any'}` : one));
  const words = schema.enum ? schema.enum.map((one) => JSON.stringify(one)).join(' | ') : type.join(' | ');
  return schema.format ? `${words} (${schema.format})` : words;
}
