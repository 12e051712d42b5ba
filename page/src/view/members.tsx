import type { JSX } from 'preact';
import type { Conversation, Member } from '../chat/conversation.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { IconButton } from './icons.tsx';

const SIGNS = ['~', '&', '@', '%', '+', ''] as const;

type Sign = (typeof SIGNS)[number];

/** Members by rank, those who are away last. */
export function grouped(members: Iterable<Member>): { sign: Sign | 'away'; members: Member[] }[] {
  const groups = new Map<Sign | 'away', Member[]>();
  const sorted = [...members].sort((one, other) => one.nick.localeCompare(other.nick));
  for (const member of sorted) {
    const sign = member.isAway ? 'away' : (SIGNS.find((each) => each !== '' && member.ranks.startsWith(each)) ?? '');
    groups.set(sign, [...(groups.get(sign) ?? []), member]);
  }
  return [...SIGNS, 'away' as const].flatMap((sign) => (groups.has(sign) ? [{ sign, members: groups.get(sign) ?? [] }] : []));
}

/** How many are listed at most; thousands of lines help nobody. */
const MOST = 300;

export function Members({ conversation }: { conversation: Conversation }): JSX.Element {
  const { app, words } = useApp();
  return (
    <aside class="members" aria-label={words.members.label} data-testid="members" tabIndex={-1}>
      <div class="members-head">
        <h2>{words.header.members(conversation.members.size)}</h2>
        <IconButton icon="close" label={words.settings.close} class="only-medium" onClick={() => (app.drawer.value = 'none')} />
      </div>
      {grouped(conversation.members.values()).map(({ sign, members }) => (
        <section key={sign}>
          <h3>
            {sign === 'away' ? words.members.away : words.members.ranks[sign]} <span class="count">{members.length}</span>
          </h3>
          <ul>
            {members.slice(0, MOST).map((member) => (
              <Person key={member.nick} member={member} />
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function Person({ member }: { member: Member }): JSX.Element {
  const { app, client, words } = useApp();
  return (
    <li>
      <button
        type="button"
        class={`person ${member.isAway ? 'person-away' : ''}`}
        title={words.members.write(member.nick)}
        disabled={client.chat.isMe(member.nick)}
        onClick={() => app.show(member.nick)}
        data-testid="member"
      >
        <Avatar name={member.nick} small presence={member.isAway ? 'away' : 'here'} />
        <span>{member.nick}</span>
        {member.isAway && <span class="hidden">{words.members.isAway}</span>}
      </button>
    </li>
  );
}
