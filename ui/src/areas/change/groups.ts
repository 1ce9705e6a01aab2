/** Things by a word of theirs, in the order in which the words come first. */
export function groupsOf<T>(all: readonly T[], word: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(word(one), [...(groups.get(word(one)) ?? []), one]);
  return [...groups];
}
