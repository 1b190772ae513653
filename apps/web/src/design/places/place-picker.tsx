import type { ReactNode } from 'react';
import { usePlaceList } from '../../api/labels.js';
import { useLanguage } from '../../language/language.js';
import { CheckField } from '../choices.js';
import { Loading } from '../states.js';
import { PlaceMap } from './place-map.js';

/** Counties that Rallare is about: Västerbotten and Norrbotten. */
export const regionCounties: readonly string[] = ['24', '25'];

interface PlacePickerProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly home?: string | null;
  /** Painted on the map, and told in the list. */
  readonly amounts?: ReadonlyMap<string, number> | undefined;
}

/** Municipalities of the two counties, on the map and in a list: the same choice, seen twice. */
export function PlacePicker({ label, chosen, onChange, home = null, amounts }: PlacePickerProps): ReactNode {
  const { language, number } = useLanguage();
  const places = usePlaceList(regionCounties);
  if (places.length === 0) return <Loading />;
  const toggle = (code: string): void =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <div className="map-picker">
      <PlaceMap
        label={label}
        places={places}
        chosen={chosen}
        onToggle={toggle}
        home={home}
        {...(amounts && { amounts })}
      />
      <div>
        {regionCounties.map((county) => {
          const within = places.filter((place) => place.county.code === county);
          return (
            <fieldset key={county}>
              <legend>{within[0]?.county.label[language]}</legend>
              <div className="map-list">
                {within.map(({ code, name }) => (
                  <CheckField key={code} isChecked={chosen.includes(code)} onChange={() => toggle(code)}>
                    {name} {amounts && <span className="soft figure">({number(amounts.get(code) ?? 0)})</span>}
                  </CheckField>
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
    </div>
  );
}
