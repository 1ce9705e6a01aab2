import { number, t } from '~/text';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as people read them: three digits and a unit. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const maximumFractionDigits = unit === 0 || value >= 100 ? 0 : 1;
  return number(value, { style: 'unit', unit: UNITS[unit], unitDisplay: unit === 0 ? 'long' : 'short', maximumFractionDigits });
}

/** A number of bytes, the exact one when looked at closely. */
export function Size({ bytes }: { bytes: number | null | undefined }) {
  if (bytes == null) return <>–</>;
  return (
    <span className="number" data-tip={t('size.exact', { count: bytes })}>
      {sizeText(bytes)}
    </span>
  );
}
