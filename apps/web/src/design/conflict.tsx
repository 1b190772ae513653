import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

export interface Difference {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Two versions of the same thing: both are shown, and the person says which stands. Nothing is lost until they have. */
export function Conflict({
  isOpen,
  differences,
  onMine,
  onTheirs,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly differences: readonly Difference[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Dialog
      title={t('conflict.title')}
      isOpen={isOpen}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button kind="secondary" onPress={onTheirs}>
            {t('conflict.theirs.keep')}
          </Button>
          <Button onPress={onMine}>{t('conflict.mine.keep')}</Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('conflict.what')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, mine, theirs }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{mine || t('conflict.nothing')}</td>
                <td>{theirs || t('conflict.nothing')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
