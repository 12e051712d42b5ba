/// Who someone is: accounts, password hashing, tokens.
@NullMarked
package veche.account;

import org.jspecify.annotations.NullMarked;
