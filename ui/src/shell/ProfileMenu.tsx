import '@ui5/webcomponents-icons/dist/employee.js';
import '@ui5/webcomponents-icons/dist/log.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Label } from '@ui5/webcomponents-react/Label';
import { Option } from '@ui5/webcomponents-react/Option';
import { Popover } from '@ui5/webcomponents-react/Popover';
import { Select } from '@ui5/webcomponents-react/Select';
import { createPortal } from 'react-dom';
import { nameOf, signOut, useSession } from '~/api/session';
import type { Kept } from '~/kept';
import { useGo } from '~/parts/Link';
import { path } from '~/path';
import { language, LANGUAGES, t } from '~/text';
import { density, DENSITIES, theme, THEMES } from './appearance';

/** Who one is, how the page looks and speaks, and the way out. */
export default function ProfileMenu({ opener, close }: { opener: HTMLElement; close: () => void }) {
  const { user } = useSession();
  const go = useGo();
  const toProfile = () => {
    close();
    go(path.profile());
  };
  return createPortal(
    <Popover open opener={opener} placement="Bottom" horizontalAlign="End" className="profile-menu" accessibleName={nameOf(user)} onClose={close}>
      <div className="profile-menu-who">
        <strong>{nameOf(user)}</strong>
        <span>{user.email}</span>
      </div>
      <Choice of={theme} words={THEMES} id="theme" label={t('profile.theme')} text={(word) => t(`theme.${word}`)} />
      <Choice of={density} words={DENSITIES} id="density" label={t('profile.density')} text={(word) => t(`density.${word}`)} />
      <Choice of={language} words={LANGUAGES} id="language" label={t('profile.language')} text={(word) => t(`language.${word}`)} />
      <div className="profile-menu-end">
        <Button design="Transparent" icon="employee" onClick={toProfile}>
          {t('profile.title')}
        </Button>
        <Button design="Transparent" icon="log" onClick={() => void signOut()}>
          {t('profile.signOut')}
        </Button>
      </div>
    </Popover>,
    document.body,
  );
}

interface ChoiceProps<T extends string> {
  of: Kept<T>;
  words: readonly T[];
  id: string;
  label: string;
  text: (word: T) => string;
}

export function Choice<T extends string>({ of, words, id, label, text }: ChoiceProps<T>) {
  const chosen = of.use();
  return (
    <div className="choice">
      <Label for={`choice-${id}`}>{label}</Label>
      <Select id={`choice-${id}`} value={chosen} onChange={({ detail }) => of.set(detail.selectedOption.getAttribute('data-value') as T)}>
        {words.map((word) => (
          <Option key={word} value={word} data-value={word} selected={word === chosen}>
            {text(word)}
          </Option>
        ))}
      </Select>
    </div>
  );
}
