/** What is told apart in a text of code; not a parser, and wrong only in colour. */
export type Sort = 'plain' | 'comment' | 'string' | 'number' | 'word' | 'tag' | 'name';
export interface Token {
  sort: Sort;
  text: string;
}
export const CODE_LANGUAGES = ['xml', 'json', 'groovy', 'text'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];
type Rule = readonly [Sort, RegExp];

const GROOVY_WORDS =
  'abstract|as|assert|boolean|break|byte|case|catch|char|class|continue|def|default|do|double|else|enum|extends|false|final|finally|float|for|if|implements|import|in|instanceof|int|interface|long|new|null|package|private|protected|public|return|short|static|super|switch|this|throw|throws|trait|true|try|var|void|while';

// Each rule is tried where the one before it ended, in this order.
const RULES: Record<CodeLanguage, Rule[]> = {
  xml: [
    ['comment', /<!--[\s\S]*?(?:-->|$)/y],
    ['string', /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/y],
    ['comment', /<[?!][^>]*>?/y],
    ['tag', /<\/?[\w:.-]+|\/?>/y],
    ['name', /[\w:.-]+(?==["'])/y],
    ['string', /(?<==)(?:"[^"]*"|'[^']*')/y],
    ['plain', /[^<>\w:.="'-]+|[\w:.-]+|[\s\S]/y],
  ],
  json: [
    ['name', /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
    ['string', /"(?:[^"\\\n]|\\.)*"?/y],
    ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
    ['word', /\b(?:true|false|null)\b/y],
    ['plain', /\s+|[\s\S]/y],
  ],
  groovy: [
    ['comment', /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#![^\n]*/y],
    ['string', /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/y],
    ['name', /@\w+/y],
    ['number', /\b(?:0x[\da-f]+|\d+(?:\.\d+)?)[lfdg]?\b/iy],
    ['word', new RegExp(`\\b(?:${GROOVY_WORDS})\\b`, 'y')],
    ['plain', /\w+|\s+|[\s\S]/y],
  ],
  text: [['plain', /[\s\S]+/y]],
};

export function tokens(code: string, language: CodeLanguage): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < code.length; ) {
    const token = next(code, at, RULES[language]);
    const last = found.at(-1);
    if (last?.sort === token.sort) last.text += token.text;
    else found.push({ ...token });
    at += token.text.length;
  }
  return found;
}

function next(code: string, at: number, rules: Rule[]): Token {
  for (const [sort, rule] of rules) {
    rule.lastIndex = at;
    const text = rule.exec(code)?.[0];
    if (text) return { sort, text };
  }
  return { sort: 'plain', text: code.charAt(at) };
}

/** The tokens line by line; one that goes over several is cut. */
export function tokenLines(code: string, language: CodeLanguage): Token[][] {
  const lines: Token[][] = [[]];
  for (const { sort, text } of tokens(code, language)) {
    text.split(/\r?\n/).forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)!.push({ sort, text: part });
    });
  }
  return lines;
}

/** By the name of a file. */
export function languageOf(file: string): CodeLanguage {
  const ending = file.toLowerCase().split('.').pop() ?? '';
  if (['xml', 'iflw', 'xsd', 'xsl', 'xslt', 'wsdl', 'edmx', 'mmap', 'opmap', 'project'].includes(ending)) return 'xml';
  if (['json', 'mtad', 'mtaext'].includes(ending)) return 'json';
  return ['groovy', 'gsh', 'js', 'java'].includes(ending) ? 'groovy' : 'text';
}
