import { createElement, type ReactNode } from 'react';
import './RichText.css';

const SHOWN = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'code', 'pre', 'span', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'sub', 'sup']);
const EMPTY = new Set(['br', 'hr']);
const isWeb = (url: string) => /^(https?:|mailto:)/i.test(url);

/** HTML of a description. The server keeps no scripts in it; here nothing is shown but what is known to be text. */
export function RichText({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <div className="rich-text">{childrenOf(body)}</div>;
}

const childrenOf = (node: Node): ReactNode[] => [...node.childNodes].map(shown);

function shown(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (['script', 'style'].includes(tag)) return null;
  const href = node.getAttribute('href') ?? '';
  if (tag === 'a' && isWeb(href)) {
    return (
      <a key={key} className="link" href={href} target="_blank" rel="noreferrer">
        {childrenOf(node)}
      </a>
    );
  }
  if (!SHOWN.has(tag)) return childrenOf(node);
  return EMPTY.has(tag) ? createElement(tag, { key }) : createElement(tag, { key }, ...childrenOf(node));
}
