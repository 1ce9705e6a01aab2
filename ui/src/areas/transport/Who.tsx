/** A person's log-in name, or a technical one, which nobody wants to read whole. */
export function Who({ name }: { name: string }) {
  return (
    <span className="who" data-tip={name} tabIndex={0}>
      {name}
    </span>
  );
}
