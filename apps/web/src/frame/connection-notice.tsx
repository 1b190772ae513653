import type { ReactNode } from 'react';
import { useConnection } from '../api/connection.js';
import { ButtonLink } from '../design/button.js';
import { useLanguage } from '../language/language.js';

/** Says that nothing can be saved just now, why, and what to do; the page stays as it is. */
export function ConnectionNotice(): ReactNode {
  const { t } = useLanguage();
  const connection = useConnection();
  return (
    <div className="connection" role="status">
      {connection !== 'up' && (
        <div className="inner">
          <span>{t(`connection.${connection}`)}</span>
          {connection === 'signed-out' && (
            <ButtonLink kind="secondary" isSmall href="/auth/sign-in?returnTo=/app" target="_blank">
              {t('connection.signIn')}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}
