"""source — a C file as the checks see it: without comments and strings, cut into functions."""

import re

CONTROL = {"if", "for", "while", "switch"}
TOKEN = re.compile(r"[A-Za-z_]\w*|\.\.\.|\S")
LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", re.M)


def _blank(match):
    """The same number of lines, nothing else; a literal stays one token."""
    text = match.group()
    lines = "\n" * text.count("\n")
    return (" " + lines) if text.startswith("/") else ("0" + lines)


def bare(text):
    """The code alone: comments and preprocessor lines emptied, each literal replaced by 0."""
    text = LITERAL.sub(lambda m: _blank(m), text)
    return DIRECTIVE.sub(lambda m: "\n" * m.group().count("\n"), text)


def literals(text):
    """(line, content) of every string literal."""
    for match in LITERAL.finditer(text):
        if match.group().startswith('"'):
            yield text.count("\n", 0, match.start()) + 1, match.group()[1:-1]


def includes(text):
    """(line, '<' or '"', name) of every include."""
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1), match.group(2)


class Function:
    """One definition or declaration at file level."""

    def __init__(self, name, line, parameters):
        self.name, self.line, self.parameters = name, line, parameters
        self.body = None  # tokens between the braces, for a definition
        self.lines = 0  # from the opening brace to the closing one, both counted
        self.depth = 0


class _Reader:
    """Walks the tokens of a file; knows just enough C to find functions and their nesting."""

    def __init__(self, text):
        code = bare(text)
        self.tokens, self.lines = [], []
        for number, line in enumerate(code.split("\n"), 1):
            for token in TOKEN.findall(line):
                self.tokens.append(token)
                self.lines.append(number)
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def skip_group(self):
        """From an opening bracket to behind the closing one; returns the tokens between."""
        pairs = {"(": ")", "{": "}", "[": "]"}
        stack, start = [], self.at
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token in pairs:
                stack.append(pairs[token])
            elif stack and token == stack[-1]:
                stack.pop()
            elif token in ")}]":
                raise ValueError(f"line {self.lines[self.at]}: bracket without its partner")
            self.at += 1
            if not stack:
                return self.tokens[start + 1 : self.at - 1]
        raise ValueError(f"line {self.lines[start]}: bracket is never closed")

    def statement(self, depth):
        """Reads one statement; returns the deepest level of control statements in it."""
        token = self.peek()
        if token == "{":
            return self.block(depth)
        if token in CONTROL:
            self.at += 1
            self.skip_group()
            deepest = self.statement(depth + 1)
            if token == "if" and self.peek() == "else":
                self.at += 1
                inner = depth if self.peek() == "if" else depth + 1
                deepest = max(deepest, self.statement(inner))
            return deepest
        if token == "do":
            self.at += 1
            deepest = self.statement(depth + 1)
            self.expression()
            return deepest
        if token in ("case", "default"):
            while self.peek() != ":":
                self.at += 1
            self.at += 1
            return depth
        return self.expression(depth)

    def expression(self, depth=0):
        while self.peek() is not None:
            if self.peek() in "({[":
                self.skip_group()
            elif self.peek() == "}":
                return depth  # a label or macro in front of the end of a block
            else:
                self.at += 1
                if self.tokens[self.at - 1] == ";":
                    return depth
        return depth

    def block(self, depth):
        deepest = depth
        self.at += 1
        while self.peek() not in ("}", None):
            deepest = max(deepest, self.statement(depth))
        self.at += 1
        return deepest


def _parameters(tokens):
    if not tokens or tokens == ["void"]:
        return 0
    depth = count = 0
    for token in tokens:
        depth += token in "([{"
        depth -= token in ")]}"
        count += token == "," and depth == 0
    return count + 1


def _head(groups):
    """The bracket pair that holds the parameters: the last one not of an attribute macro."""
    for name, line, tokens in reversed(groups):
        if not name.startswith(("G_", "__")):
            return name, line, tokens
    return None


def functions(text):
    """Every function defined or declared at file level."""
    reader, found, groups, plain = _Reader(text), [], [], False
    while reader.peek() is not None:
        token = reader.peek()
        if token == "(":
            name, line = reader.tokens[reader.at - 1] if reader.at else "", reader.lines[reader.at]
            groups.append((name, line, reader.skip_group()))
        elif token == "{":
            head = None if plain else _head(groups)
            start, line = reader.at, reader.lines[reader.at]
            if head is None:
                reader.skip_group()
            else:
                function = Function(head[0], head[1], _parameters(head[2]))
                reader.skip_group()
                function.body = reader.tokens[start + 1 : reader.at - 1]
                function.lines = reader.lines[reader.at - 1] - line + 1
                end, reader.at = reader.at, start
                function.depth = reader.block(0)
                reader.at = end
                found.append(function)
                groups, plain = [], False
        else:
            if token == "=":
                plain = True
            if token == ";":
                head = None if plain else _head(groups)
                if head is not None:
                    found.append(Function(head[0], head[1], _parameters(head[2])))
                groups, plain = [], False
            reader.at += 1
    return found
