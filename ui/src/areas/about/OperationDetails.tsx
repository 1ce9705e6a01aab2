import { t } from '~/text';
import { type ApiDocument, type Operation, resolve, type Schema, typeText } from './document';

/** Deep enough for what our answers nest; below that the name of the schema has to do. */
const DEEPEST = 4;

export function OperationDetails({ document, operation }: { document: ApiDocument; operation: Operation }) {
  const { description, parameters = [], requestBody, responses = {} } = operation;
  const bodies = Object.entries(requestBody?.content ?? {});
  return (
    <div className="operation-details">
      {description && <p>{description}</p>}
      {parameters.length > 0 && (
        <>
          <h4>{t('about.parameters')}</h4>
          <dl>
            {parameters.map((parameter) => (
              <Line
                key={`${parameter.in} ${parameter.name}`}
                name={parameter.name}
                type={`${parameter.in}, ${typeText(parameter.schema)}`}
                isRequired={parameter.required}
                text={parameter.description}
              />
            ))}
          </dl>
        </>
      )}
      {bodies.map(([type, { schema }]) => (
        <div key={type}>
          <h4>
            {t('about.body')} <small>{type}</small>
          </h4>
          {schema && <Fields document={document} schema={schema} depth={0} />}
        </div>
      ))}
      <h4>{t('about.responses')}</h4>
      {Object.entries(responses).map(([status, response]) => (
        <Answer key={status} document={document} status={status} response={response} />
      ))}
    </div>
  );
}

type Response = NonNullable<Operation['responses']>[string];

function Answer({ document, status, response }: { document: ApiDocument; status: string; response: Response }) {
  const schema = Object.values(response.content ?? {})[0]?.schema;
  const isGood = status.startsWith('2');
  return (
    <div className="answer">
      <strong>{status}</strong> {response.description} {schema && <code>{typeText(schema)}</code>}
      {isGood && schema && <Fields document={document} schema={schema} depth={0} />}
    </div>
  );
}

/** The fields of an object, and of what is in it. */
function Fields({ document, schema, depth }: { document: ApiDocument; schema: Schema; depth: number }) {
  const target = resolve(document, schema).schema;
  if (target.items) return <Fields document={document} schema={target.items} depth={depth} />;
  const parts = target.allOf ?? target.oneOf ?? target.anyOf;
  if (parts) return parts.map((part, index) => <Fields key={index} document={document} schema={part} depth={depth} />);
  const fields = Object.entries(target.properties ?? {});
  if (fields.length === 0 || depth > DEEPEST) return null;
  return (
    <dl>
      {fields.map(([name, field]) => (
        <Line key={name} name={name} type={typeText(field)} isRequired={target.required?.includes(name)} text={field.description}>
          <Fields document={document} schema={field} depth={depth + 1} />
        </Line>
      ))}
    </dl>
  );
}

interface LineProps {
  name: string;
  type: string;
  isRequired?: boolean;
  text?: string;
  children?: React.ReactNode;
}

function Line({ name, type, isRequired, text, children }: LineProps) {
  return (
    <div className="field">
      <dt>
        <code>{name}</code> <small>{type}</small> {isRequired && <small className="field-required">{t('about.required')}</small>}
      </dt>
      <dd>
        {text}
        {children}
      </dd>
    </div>
  );
}
