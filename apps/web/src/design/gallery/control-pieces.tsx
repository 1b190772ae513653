import Bookmark from 'lucide-react/icons/bookmark';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../button.js';
import { CheckField, RadioField } from '../choices.js';
import { Chips, Tag } from '../chips.js';
import { ConceptBox } from '../concept-box.js';
import { SelectField, WordsField } from '../field.js';
import { PlacePicker } from '../places/place-picker.js';
import { Piece } from './piece.js';

const noop = (): void => undefined;

export function ControlPieces(): ReactNode {
  const [words, setWords] = useState('Svetsare');
  const [isChecked, setChecked] = useState(true);
  const [extent, setExtent] = useState<'full' | 'part' | 'any'>('full');
  const [chips, setChips] = useState(['TIG-svetsning', 'Truckkort', 'Engelska C1']);
  const [places, setPlaces] = useState(['2580', '2482']);
  return (
    <>
      <Piece title="Buttons">
        <p className="actions">
          <Button>Primary</Button>
          <Button kind="secondary">Secondary</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="danger">Danger</Button>
          <Button isDisabled>Disabled</Button>
          <Button isPending>Pending</Button>
          <Button kind="secondary" isSmall>
            Small
          </Button>
          <Button kind="secondary" isIcon isOn aria-label="Saved">
            <Bookmark size={20} aria-hidden />
          </Button>
          <ButtonLink href="#content">Link</ButtonLink>
        </p>
      </Piece>
      <Piece title="Fields">
        <WordsField label="Words" hint="A hint says what is asked for." value={words} onChange={setWords} />
        <WordsField label="With an error" error="Write at least one letter." value="" onChange={noop} isOptional />
        <WordsField label="Years" type="number" value="12" onChange={noop} isNarrow />
        <WordsField label="Day" type="date" value="2026-12-01" onChange={noop} isNarrow />
        <WordsField label="Disabled" value="Not to be changed" onChange={noop} isDisabled />
        <WordsField label="Several lines" rows={3} value={'One line\nand another'} onChange={noop} />
        <SelectField
          label="One of some"
          value="b"
          options={[
            { value: 'a', text: 'First' },
            { value: 'b', text: 'Second' },
          ]}
          onChange={noop}
        />
      </Piece>
      <Piece title="Choices">
        <CheckField isChecked={isChecked} onChange={setChecked}>
          Willing to move
        </CheckField>
        <CheckField isChecked={false} onChange={noop} isDisabled>
          Disabled
        </CheckField>
        <RadioField
          legend="Extent"
          isSegmented
          value={extent}
          options={[
            { value: 'full', text: 'Full time' },
            { value: 'part', text: 'Part time' },
            { value: 'any', text: 'Either' },
          ]}
          onChange={setExtent}
        />
        <RadioField
          legend="One of a few, below one another"
          value={extent}
          options={[
            { value: 'full', text: 'Full time' },
            { value: 'part', text: 'Part time' },
          ]}
          onChange={setExtent}
        />
      </Piece>
      <Piece title="Concept box and chips">
        <ConceptBox
          label="Skill"
          hint="Type a few letters."
          kinds={['skill']}
          onChoose={({ label }) => setChips([...chips, label.sv])}
        />
        <Chips
          label="Chosen"
          items={chips.map((text) => ({ id: text, text }))}
          onRemove={(id) => setChips(chips.filter((one) => one !== id))}
        />
        <p>
          <Tag>Invented</Tag> <Tag kind="strong">New</Tag> <Tag kind="assumed">assumed</Tag>
        </p>
      </Piece>
      <Piece title="Places on map and list">
        <PlacePicker label="Places" chosen={places} onChange={setPlaces} home="2480" />
      </Piece>
    </>
  );
}
