import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';

const sleepers = 25;
const spacing = 8;
const thickness = 3;

/** One direction of a match as a stretch of track, 0 to 100: sleepers laid so far are long, those ahead short, so that it is read without colour too. */
export function Meter({ label, value }: { readonly label: string; readonly value: number }): ReactNode {
  const { number } = useLanguage();
  const laid = Math.round((value / 100) * sleepers);
  return (
    <div className="meter">
      <span>{label}</span>
      <span className="figure">{number(value)}</span>
      <svg
        viewBox={`0 0 ${sleepers * spacing - (spacing - thickness)} 14`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="rail" y="6" width={sleepers * spacing} height="2" />
        {Array.from({ length: sleepers }, (_, at) => (
          <rect
            key={at}
            className={at < laid ? 'laid' : 'ahead'}
            x={at * spacing}
            y={at < laid ? 0 : 4}
            width={thickness}
            height={at < laid ? 14 : 6}
          />
        ))}
      </svg>
    </div>
  );
}

/**
 * A match's fit: both directions and what they make together, each 0 to 100.
 * @param employer what the employer's side is called, and its fit
 */
export function FitMeter({
  fit,
  employer,
  seeker,
  isSmall,
}: {
  readonly fit: number;
  readonly employer: { readonly label: string; readonly value: number };
  readonly seeker: { readonly label: string; readonly value: number };
  readonly isSmall?: boolean;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={isSmall ? 'fit small' : 'fit'}>
      <p className="fit-both">
        <strong className="figure" data-fit={fit}>
          {fit}
        </strong>
        <span className="of">{t('fit.both.of')}</span>
      </p>
      <Meter {...employer} />
      <Meter {...seeker} />
    </div>
  );
}
