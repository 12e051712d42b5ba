import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../settings/settings.ts';
import { AccountSettings } from './account-settings.tsx';
import { useApp } from './app-context.ts';
import { Dialog } from './dialog.tsx';
import { SessionSettings } from './session-settings.tsx';

type Tab = 'account' | 'sessions' | 'look' | 'notifications';

const TABS: readonly Tab[] = ['account', 'sessions', 'look', 'notifications'];

export function SettingsDialog(): JSX.Element {
  const { app, words } = useApp();
  const [tab, setTab] = useState<Tab>('account');
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? 'account';
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <Dialog title={words.settings.title} closeLabel={words.settings.close} onClose={() => (app.panel.value = 'none')} class="dialog-settings">
      <div class="tabs" role="tablist" onKeyDown={move}>
        {TABS.map((each) => (
          <button type="button" role="tab" key={each} id={`tab-${each}`} aria-selected={each === tab} aria-controls="tab-panel" tabIndex={each === tab ? 0 : -1} onClick={() => setTab(each)}>
            {words.settings.tabs[each]}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'account' && <AccountSettings />}
        {tab === 'sessions' && <SessionSettings />}
        {tab === 'look' && <Look />}
        {tab === 'notifications' && <Notifications />}
      </div>
    </Dialog>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: Record<T, string>;
  readonly onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, value, choices, onChoose }: ChoiceProps<T>): JSX.Element {
  return (
    <fieldset class="setting">
      <legend>{label}</legend>
      <div class="choice">
        {(Object.entries(choices) as [T, string][]).map(([each, words]) => (
          <button type="button" key={each} aria-pressed={each === value} onClick={() => onChoose(each)}>
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Switch({ label, isOn, onSwitch }: { label: string; isOn: boolean; onSwitch: (isOn: boolean) => void }): JSX.Element {
  return (
    <label class="switch">
      <span>{label}</span>
      <input type="checkbox" role="switch" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
    </label>
  );
}

function Look(): JSX.Element {
  const { app, words } = useApp();
  const settings = app.settings.value;
  const change = (part: Partial<Settings>) => (app.settings.value = { ...settings, ...part });
  return (
    <>
      <Choice label={words.settings.theme} value={settings.theme} choices={words.settings.themes} onChoose={(theme) => change({ theme })} />
      <Choice label={words.settings.language} value={settings.language} choices={words.settings.languages} onChoose={(language) => change({ language })} />
      <Switch label={words.settings.showsComings} isOn={settings.showsComings} onSwitch={(showsComings) => change({ showsComings })} />
      <Switch label={words.settings.sendsTyping} isOn={settings.sendsTyping} onSwitch={(sendsTyping) => change({ sendsTyping })} />
    </>
  );
}

/** The browser is asked only when somebody wants it. */
function Notifications(): JSX.Element {
  const { app, words } = useApp();
  const isPossible = 'Notification' in window;
  const [isBlocked, setBlocked] = useState(isPossible && Notification.permission === 'denied');
  const choose = async (isOn: boolean) => {
    const permission = isOn ? await Notification.requestPermission() : 'default';
    setBlocked(permission === 'denied');
    app.settings.value = { ...app.settings.value, notifications: isOn && permission === 'granted' };
  };
  if (!isPossible) return <p>{words.settings.notifyNone}</p>;
  return (
    <>
      <Switch label={words.settings.notify} isOn={app.settings.value.notifications} onSwitch={(isOn) => void choose(isOn)} />
      {isBlocked && <p class="soft">{words.settings.notifyBlocked}</p>}
    </>
  );
}
