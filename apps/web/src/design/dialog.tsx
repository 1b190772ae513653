import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLanguage } from '../language/language.js';
import { Button, type ButtonKind } from './button.js';

interface PanelProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
}

/** Asks or shows something above the page; focus stays in it and comes back. Escape and a press beside it close it. */
export const Dialog = (props: PanelProps): ReactNode => <Panel {...props} shape="dialog" />;

/** Shows something from the right while the list behind it keeps its place. */
export const Drawer = (props: PanelProps): ReactNode => <Panel {...props} shape="drawer" />;

function Panel({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isWide,
  shape,
}: PanelProps & { readonly shape: 'dialog' | 'drawer' }): ReactNode {
  const { t } = useLanguage();
  return (
    <ModalOverlay
      className={shape === 'drawer' ? 'overlay side' : 'overlay'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={isWide ? `${shape} wide` : shape}>
        <AriaDialog>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" isIcon aria-label={t('dialog.close')} onPress={onClose}>
              <X size={22} aria-hidden />
            </Button>
          </div>
          <div className="dialog-body" tabIndex={0} role="group" aria-label={title}>
            {children}
          </div>
          {actions && <div className="dialog-foot">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be undone. */
export function Confirm({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirm,
  kind = 'danger',
  isPending = false,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly kind?: ButtonKind;
  readonly isPending?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button kind={kind} isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
