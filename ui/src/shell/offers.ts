/** Something that the palette offers. */
export interface Offer {
  title: string;
  what: string;
  run: () => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose title or sort has every word typed; what begins with it comes first. */
export function matching(offers: Offer[], typed: string): Offer[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const rank = (offer: Offer) => (words[0] && plain(offer.title).startsWith(words[0]) ? 0 : 1);
  return offers
    .filter((offer) => words.every((word) => plain(`${offer.title} ${offer.what}`).includes(word)))
    .toSorted((a, b) => rank(a) - rank(b));
}
