/*
 * The search language: what `query`, the report's own queries and smart views are written in.
 *
 *     (status:potential or status in ("Bad Fit", "Customer")) not created <= 30 days ago
 *
 * This file is its whole syntax. What keywords exist and what their values mean is decided later, by the translation.
 * What is decided before the parser runs, in StructureCheck: that nothing nests too deeply, that quoted texts and words
 * do not touch each other (`"Bad Fit"/`), and that there is no `!=`.
 *
 * Every decision of the parser needs two tokens of lookahead at most, whatever the text, so that parsing is linear.
 */
grammar SearchGrammar;

options {
    caseInsensitive = true;
}

/*
 * What a bare word may hold depends on where it stands. Before an operator it is a keyword and ends at the operator;
 * behind one it is a value, and the colons of 2014-01-01T08:00 and https://example.org belong to it, as do the commas
 * of sort:-created,name; in a list commas separate. The lexer therefore remembers where it is.
 */
@lexer::members {
    private int previous = Token.EOF;
    private boolean inList;

    @Override
    public void emit(Token token) {
        inList = previous == IN && token.getType() == OPEN || inList && token.getType() != CLOSE;
        previous = token.getType();
        super.emit(token);
    }

    private boolean isAfterOperator() {
        return previous == OPERATOR;
    }

    private boolean isValueExpected() {
        return inList || isAfterOperator();
    }

    /** Whether the word read so far ends here, so that "3 days agony" is not taken for a date. */
    private boolean isEndOfWord() {
        return isEnd(_input.LA(1));
    }

    /** Whether the word that begins here stands in front of a parenthesis. */
    private boolean isBeforeParenthesis() {
        int offset = 1;
        while (!isEnd(_input.LA(offset))) {
            offset++;
        }
        while (isBlank(_input.LA(offset))) {
            offset++;
        }
        return _input.LA(offset) == '(';
    }

    /** Whether a word cannot go on with this. */
    private static boolean isEnd(int character) {
        return character == Token.EOF
                || "\"(),:=<>".indexOf(character) >= 0
                || isBlank(character)
                || Character.isISOControl(character);
    }

    /** The characters of BLANK. */
    private static boolean isBlank(int character) {
        return character >= '\t' && character <= '\r' || character == 0x85 || Character.isSpaceChar(character);
    }
}

search
    : disjunction EOF
    ;

// `or` binds least, then `and`, which may be left out, then `not`.

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : condition (AND? condition)*
    ;

condition
    : NOT condition                                        # negation
    | OPEN disjunction CLOSE                               # group
    | SUB_QUERY OPEN disjunction CLOSE                     # subQuery
    | keyword OPERATOR value                               # clause
    | keyword IN OPEN value (COMMA value)* CLOSE           # oneOf
    | (WORD | STRING)                                      # freeText
    | STAR                                                 # everything
    ;

// Quoted where it holds blanks or the like: "custom.Lead Source". `in` is the keyword of smart views: in:"My leads".
keyword
    : WORD
    | IN
    | STRING
    ;

value
    : STRING
    | VALUE
    | RELATIVE_DATE
    | STAR
    ;

// Of rules that match equally much the first wins. Predicates stand at the beginning, where each costs one look per
// token: further on they would be asked at every character, and nothing that the lexer learned could be kept.

AND      : 'and' ;
OR       : 'or' ;
NOT      : 'not' ;
// Behind an operator or in a list the word is a value: Indiana in state:in.
IN       : {!isValueExpected()}? 'in' ;

OPEN     : '(' ;
CLOSE    : ')' ;
COMMA    : ',' ;
// Colon and equals sign mean the same.
OPERATOR : ':' | '=' | '<' | '<=' | '>' | '>=' ;
STAR     : '*' ;

// A backslash takes the character behind it as it is. Single quotes are ordinary characters.
STRING   : '"' (ESCAPED | ~["\\])* '"' ;
UNCLOSED : '"' (ESCAPED | ~["\\])* '\\'? ;

// Slashes alone are a slip, as in `status:"Potential" /`.
SLASHES  : '/'+ ;

RELATIVE_DATE
    : {isValueExpected()}? [0-9]+ BLANK+ UNIT BLANK+ 'ago' {isEndOfWord()}?
    ;

VALUE
    : {isAfterOperator()}? WORD_PART VALUE_PART* (',' VALUE_PART+)*
    | {inList}? WORD_PART VALUE_PART*
    ;

// In front of a parenthesis, blanks or not, a word names a sub-query: contact(title:"CEO").
SUB_QUERY : {isBeforeParenthesis()}? WORD_PART+ ;
WORD      : WORD_PART+ ;

BLANKS    : BLANK+ -> skip ;

// Control characters, and nothing else: the lexer itself never fails.
STRAY     : . ;

fragment ESCAPED    : '\\' . ;
fragment BLANK      : [\p{White_Space}] ;
fragment WORD_PART  : ~[\p{White_Space}\p{Cc}"(),:=<>] ;
fragment VALUE_PART : ~[\p{White_Space}\p{Cc}"(),] ;
fragment UNIT
    : 'sec' 'ond'? 's'?
    | 'min' 'ute'? 's'?
    | ('hour' | 'day' | 'week' | 'month' | 'year') 's'?
    ;
