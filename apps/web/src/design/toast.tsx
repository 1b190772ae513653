import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Text } from 'react-aria-components/Text';
import { ToastQueue } from 'react-stately/useToastState';
import { useLanguage } from '../language/language.js';
import { Button } from './button.js';

interface Message {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

const shownMs = 8000;
const queue = new ToastQueue<Message>({ maxVisibleToasts: 1 });

/** Says what was done, the newest alone so that little is covered, and offers to undo it. It goes by itself, later while somebody points at it. */
export function say(text: string, undo?: () => void): void {
  queue.add({ text, undo }, { timeout: shownMs });
}

/** Where the messages appear: once in the frame. */
export function Toasts(): ReactNode {
  const { t } = useLanguage();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('toast.region')}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              kind="quiet"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              {t('toast.undo')}
            </Button>
          )}
          <Button kind="quiet" isIcon isSmall slot="close" aria-label={t('toast.close')}>
            <X size={18} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
