import type { VacancyView } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { useConceptLabels, usePlaceList } from '../api/labels.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { PlaceMap } from '../design/places/place-map.js';
import { regionCounties } from '../design/places/place-picker.js';
import { Answered } from '../design/states.js';
import { DataTable } from '../design/table.js';
import { useLanguage } from '../language/language.js';

type Asked = Pick<VacancyView, 'occupationId' | 'employer' | 'municipalities'>;

/** Where the people live who look for work within the ad's occupation field: on the map and in a table, nowhere fewer than five. */
export function Supply({ vacancy }: { readonly vacancy: Asked }): ReactNode {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  if (vacancy.occupationId === null) return null;
  return (
    <details className="supply" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('supply.title')}</summary>
      {isOpen && <Places vacancy={vacancy} occupation={vacancy.occupationId} />}
    </details>
  );
}

function Places({ vacancy, occupation }: { readonly vacancy: Asked; readonly occupation: string }): ReactNode {
  const { t, number } = useLanguage();
  const places = usePlaceList(regionCounties);
  const supply = useQuery({
    queryKey: ['supply', vacancy.employer.id, occupation],
    queryFn: () =>
      call(deskEndpoints.supply, {
        params: { employerId: vacancy.employer.id },
        query: { occupation, county: [...regionCounties] },
      }),
    placeholderData: keepPreviousData,
  });
  const label = useConceptLabels([supply.data?.field]);
  const nameOf = (code: string): string => places.find((place) => place.code === code)?.name ?? code;
  return (
    <Answered query={supply}>
      {({ field, items }) => {
        const told = items
          .flatMap(({ municipality, people }) => (people === null ? [] : [{ municipality, people }]))
          .sort((a, b) => b.people - a.people || nameOf(a.municipality).localeCompare(nameOf(b.municipality), 'sv'));
        return (
          <>
            <p className="measure soft">{t('supply.lead', { field: label(field) })}</p>
            {told.length === 0 ? (
              <p>{t('supply.few')}</p>
            ) : (
              <div className="map-picker">
                {places.length > 0 && (
                  <PlaceMap
                    label={t('supply.map', { field: label(field) })}
                    places={places}
                    chosen={vacancy.municipalities}
                    amounts={new Map(told.map(({ municipality, people }) => [municipality, people]))}
                  />
                )}
                <div>
                  <DataTable
                    caption={t('supply.table')}
                    isCaptionHidden
                    columns={[
                      {
                        id: 'place',
                        title: t('supply.place'),
                        isRowHeader: true,
                        cell: ({ municipality }) =>
                          vacancy.municipalities.includes(municipality)
                            ? t('supply.here', { place: nameOf(municipality) })
                            : nameOf(municipality),
                      },
                      { id: 'people', title: t('supply.people'), isNumber: true, cell: ({ people }) => number(people) },
                    ]}
                    rows={told}
                    keyOf={({ municipality }) => municipality}
                  />
                  {told.length < items.length && (
                    <p className="small soft">{t('supply.rest', { count: items.length - told.length })}</p>
                  )}
                </div>
              </div>
            )}
          </>
        );
      }}
    </Answered>
  );
}
