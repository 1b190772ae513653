import { useState, type ReactNode } from 'react';
import { Button } from '../button.js';
import { Conflict } from '../conflict.js';
import { Confirm, Dialog, Drawer } from '../dialog.js';
import { Menu } from '../menu.js';
import { say } from '../toast.js';
import { Piece } from './piece.js';

type Open = 'dialog' | 'drawer' | 'confirm' | 'conflict' | null;

export function OverlayPieces(): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <Piece title="Above the page">
      <p className="actions">
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button kind="secondary" onPress={() => setOpen('drawer')}>
          Drawer
        </Button>
        <Button kind="danger" onPress={() => setOpen('confirm')}>
          Confirm
        </Button>
        <Button kind="secondary" onPress={() => setOpen('conflict')}>
          Conflict
        </Button>
        <Button kind="secondary" onPress={() => say('The vacancy is hidden.', () => say('It is back.'))}>
          Toast with undo
        </Button>
        <Menu
          label="More"
          trigger={<Button kind="secondary">Menu</Button>}
          entries={[
            { id: 'copy', text: 'Copy' },
            { id: 'close', text: 'Close' },
          ]}
        />
      </p>
      <Dialog
        title="A dialog"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={<Button onPress={close}>Done</Button>}
      >
        <p>It asks or shows something above the page.</p>
      </Dialog>
      <Drawer title="A drawer" isOpen={open === 'drawer'} onClose={close}>
        <p>The list behind it keeps its place.</p>
      </Drawer>
      <Confirm title="Erase it?" isOpen={open === 'confirm'} onClose={close} onConfirm={close} confirm="Erase">
        <p>It cannot be undone.</p>
      </Confirm>
      <Conflict
        isOpen={open === 'conflict'}
        onClose={close}
        onMine={close}
        onTheirs={close}
        differences={[{ name: 'Earliest start', mine: '1 March', theirs: '' }]}
      />
    </Piece>
  );
}
