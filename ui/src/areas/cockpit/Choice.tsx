import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';

interface Props {
  id: string;
  value: string;
  words: readonly string[];
  text?: (word: string) => string;
  isFixed?: boolean;
  choose: (word: string) => void;
}

/** One of a few words. */
export function Choice({ id, value, words, text = (word) => word, isFixed, choose }: Props) {
  return (
    <Select id={id} value={value} disabled={isFixed} onChange={(event) => choose(event.detail.selectedOption.getAttribute('data-value') ?? '')}>
      {words.map((word) => (
        <Option key={word} data-value={word} value={word}>
          {text(word)}
        </Option>
      ))}
    </Select>
  );
}
