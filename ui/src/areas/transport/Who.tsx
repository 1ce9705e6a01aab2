/** Longer than this it is cut off. */
const FITS = 28;

/** A person's log-in name, or a technical one, which nobody wants to read whole. */
export function Who({ name }: { name: string }) {
  if (name.length <= FITS) return <>{name}</>;
  return (
    <span className="who" data-tip={name} tabIndex={0}>
      {name}
    </span>
  );
}
