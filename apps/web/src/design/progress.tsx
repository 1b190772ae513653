import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CloudOff from 'lucide-react/icons/cloud-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useLanguage } from '../language/language.js';
import { Button } from './button.js';

/** How far something has come, for whatever takes over a second. */
export function Progress({
  label,
  value,
  max = 100,
}: {
  readonly label: string;
  readonly value: number;
  readonly max?: number;
}): ReactNode {
  return (
    <ProgressBar className="progress" value={value} maxValue={max}>
      {({ percentage = 0, valueText }) => (
        <>
          <div className="progress-head">
            <Label>{label}</Label>
            <span className="figure">{valueText}</span>
          </div>
          <div className="bar">
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="filled" width={percentage} height="8" />
            </svg>
          </div>
        </>
      )}
    </ProgressBar>
  );
}

/** How it stands with what was changed. */
export type Saving = 'none' | 'saving' | 'saved' | 'waiting' | 'failed';

/** Says where somebody writes whether it is kept: saved, on its way, waiting for the network, or failed, with another try. */
export function SaveState({ state, retry }: { readonly state: Saving; readonly retry?: () => void }): ReactNode {
  const { t } = useLanguage();
  const icons = { saving: LoaderCircle, saved: Check, waiting: CloudOff, failed: CircleAlert } as const;
  const Icon = state === 'none' ? null : icons[state];
  return (
    <p className={`save-state ${state}`} role="status" data-saving={state}>
      {Icon && <Icon size={18} aria-hidden />}
      {state !== 'none' && t(`saving.${state}`)}
      {state === 'failed' && retry && (
        <Button kind="quiet" isSmall onPress={retry}>
          {t('state.retry')}
        </Button>
      )}
    </p>
  );
}
