import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call, CallError } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';

/** Name and contact of who said yes, asked for by a press: each look is told to the person. */
export function Contact({
  vacancyId,
  profileId,
}: {
  readonly vacancyId: string;
  readonly profileId: string;
}): ReactNode {
  const { t } = useLanguage();
  const contact = useMutation({
    mutationFn: () => call(deskEndpoints.contact, { params: { vacancyId, profileId } }),
  });
  if (contact.data) {
    const { name, email, phone } = contact.data.contact;
    return (
      <address className="contact">
        <strong>{name}</strong>
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {phone && <a href={`tel:${phone}`}>{phone}</a>}
      </address>
    );
  }
  const isGone = contact.error instanceof CallError && contact.error.type === 'not-found';
  return (
    <>
      {contact.isError && (isGone ? <p className="notice">{t('contact.none')}</p> : <Failure error={contact.error} />)}
      <p className="actions">
        <Button kind="secondary" isPending={contact.isPending} onPress={() => contact.mutate()}>
          {t('contact.show')}
        </Button>
        <span className="small soft">{t('contact.logged')}</span>
      </p>
    </>
  );
}
